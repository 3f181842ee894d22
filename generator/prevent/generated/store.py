"""The files under ``rules/``: writing them, comparing them with the policy, loading them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prevent import __version__
from prevent.engines.forms import KindForms, engine_forms
from prevent.generated import outputs as made
from prevent.loading.files import digest
from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from prevent.rules.codec import decode
from prevent.rules.compile import compile_policy
from prevent.rules.request_schema import request_schemas
from prevent.rules.ruleset import KindRules, RuleSet
from prevent.writing import write_whole


def write(folder: Path, files: Mapping[str, str]) -> list[str]:
    """Write the files that changed, take away those no longer made; the names of both.

    The manifest comes last: until it is there, nothing takes the folder to be current. Raises
    ``PreventError`` where a file cannot be written.
    """
    changed = differing(folder, files)
    for name in sorted(changed, key=lambda name: (name == made.MANIFEST, name)):
        if name in files:
            write_whole(folder / name, files[name])
        else:
            (folder / name).unlink()
    return changed


def differing(folder: Path, files: Mapping[str, str]) -> list[str]:
    """The names of files that are missing, out of date, or not made from the policy at all."""
    wrong = [name for name, text in files.items() if _text(folder / name) != text]
    there = (path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else ()
    extra = [name for path in there if (name := path.relative_to(folder).as_posix()) not in files]
    return sorted([*wrong, *extra])


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode().replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return None


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules a check decides by: the rule set, the request schemas, and the engine's forms.

    ``current`` says whether they were loaded from ``rules/``, or else made from the policy just
    now because ``rules/`` was missing or out of date.
    """

    rule_set: RuleSet
    schemas: Mapping[str, Mapping[str, object]]
    forms: Mapping[str, KindForms]
    current: bool


def load_rules(policy_folder: Path, rules_folder: Path, shown: str) -> Rules:
    """The rules of a policy: from ``rules/`` where that is current, else compiled anew.

    Raises ``PreventError`` with every fault where the policy has to be read and is not sound.
    """
    if policy_folder.is_dir():
        loaded = _current(rules_folder, digest(policy_folder))
        if loaded:
            return loaded
    return make_rules(load_policy(policy_folder, shown))


def make_rules(policy: Policy) -> Rules:
    """The rules of a loaded policy."""
    rule_set = compile_policy(policy)
    forms = {kind.kind: engine_forms(kind) for kind in rule_set.kinds.values()}
    return Rules(rule_set, request_schemas(policy), forms, current=False)


def _current(folder: Path, policy_digest: str) -> Rules | None:
    """The rules in a folder, if it is whole, unchanged, and made from this very policy."""
    try:
        manifest = json.loads((folder / made.MANIFEST).read_bytes())
        if manifest["policy"] != policy_digest or manifest["prevent"] != __version__:
            return None
        files = manifest["files"]
        kinds = [Path(name).stem for name in files if Path(name).parent.name == "kinds"]
        read = {name: _unchanged(folder, name, files[name]) for name in _needed(kinds)}
        rule_set = replace(
            decode(RuleSet, read[made.POLICY]),
            kinds={kind: decode(KindRules, read[made.kind_file(kind)]) for kind in kinds},
        )
        schemas = {kind: _object(read[made.schema_file(kind)]) for kind in kinds}
        forms = {kind: decode(KindForms, read[made.engine_file(kind)]) for kind in kinds}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Rules(rule_set, schemas, forms, current=True)


def _needed(kinds: list[str]) -> list[str]:
    by_kind = (made.kind_file, made.schema_file, made.engine_file)
    return [made.POLICY, *(name(kind) for kind in kinds for name in by_kind)]


def _unchanged(folder: Path, name: str, expected: str) -> object:
    data = (folder / name).read_bytes().replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != expected:
        raise ValueError(f"{name} is not as it was made")
    return json.loads(data)


def _object(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data
