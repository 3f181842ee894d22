"""The rules a check decides by, loaded from ``rules/`` where that is current.

This needs nothing of what makes the rules, so a check does not wait for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from prevent import __version__
from prevent.engines.forms import KindForms
from prevent.rules.codec import decode
from prevent.rules.ruleset import KindRules, RuleSet

MANIFEST = "manifest.json"
POLICY = "policy.json"


def kind_file(kind: str) -> str:
    """The file that holds the rules for one kind of request."""
    return f"kinds/{kind}.json"


def engine_file(kind: str) -> str:
    """The file that holds the rules for one kind of request in the engine's form."""
    return f"durable-rules/{kind}.json"


def schema_file(name: str) -> str:
    """The file that holds the schema of one kind of request."""
    return f"schemas/{name}.schema.json"


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules a check decides by: the rule set, the request schemas, and the engine's forms."""

    rule_set: RuleSet
    schemas: Mapping[str, Mapping[str, object]]
    forms: Mapping[str, KindForms]


def current_rules(folder: Path, policy_digest: str) -> Rules | None:
    """The rules in a folder, if it is whole, unchanged, and made from this very policy.

    None otherwise.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        if manifest["policy"] != policy_digest or manifest["prevent"] != __version__:
            return None
        files = manifest["files"]
        kinds = [Path(name).stem for name in files if Path(name).parent.name == "kinds"]
        read = {name: _unchanged(folder, name, files[name]) for name in _needed(kinds)}
        rule_set = replace(
            decode(RuleSet, read[POLICY]),
            kinds={kind: decode(KindRules, read[kind_file(kind)]) for kind in kinds},
        )
        schemas = {kind: _object(read[schema_file(kind)]) for kind in kinds}
        forms = {kind: decode(KindForms, read[engine_file(kind)]) for kind in kinds}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return Rules(rule_set, schemas, forms)


def _needed(kinds: list[str]) -> list[str]:
    by_kind = (kind_file, schema_file, engine_file)
    return [POLICY, *(name(kind) for kind in kinds for name in by_kind)]


def _unchanged(folder: Path, name: str, expected: str) -> object:
    data = (folder / name).read_bytes().replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != expected:
        raise ValueError(f"{name} is not as it was made")
    return json.loads(data)


def _object(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data
