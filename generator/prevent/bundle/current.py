"""The rules a check decides by, loaded from ``rules/`` where that is current.

This needs nothing of what makes the rules, so a check does not wait for it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from prevent import __version__
from prevent.engines.forms import KindForms
from prevent.faults import Fault, Place, PreventError
from prevent.rules.codec import decode
from prevent.rules.ruleset import KindRules, RuleSet

Noun = TypeVar("Noun")

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


class Rules(NamedTuple):
    """The rules a check decides by: the rule set, the request schemas, and the engine's forms."""

    rule_set: RuleSet
    schemas: Mapping[str, Mapping[str, object]]
    forms: Mapping[str, KindForms]


class _ByKind(Mapping[str, Noun]):
    """Something for each kind of request, read from its file the first time it is asked for.

    Most checks are of one kind, or of a few.
    """

    def __init__(self, files: Mapping[str, _File], read: Callable[[object], Noun]) -> None:
        self._files = files
        self._read = read
        self._known: dict[str, Noun] = {}

    def __getitem__(self, kind: str) -> Noun:
        if kind not in self._known:
            file = self._files[kind]
            try:
                self._known[kind] = self._read(json.loads(file.data))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                message = "This file is not as 'prevent build' writes it."
                hint = "Run prevent build."
                raise PreventError([Fault(Place(str(file.path)), message, hint)]) from error
        return self._known[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


class _File(NamedTuple):
    path: Path
    data: bytes


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
        rules, schemas, forms = (
            {kind: _unchanged(folder, name(kind), files) for kind in kinds}
            for name in (kind_file, schema_file, engine_file)
        )
        rule_set = decode(RuleSet, json.loads(_unchanged(folder, POLICY, files).data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    rule_set = replace(rule_set, kinds=_ByKind(rules, partial(decode, KindRules)))
    return Rules(rule_set, _ByKind(schemas, _object), _ByKind(forms, partial(decode, KindForms)))


def _unchanged(folder: Path, name: str, files: Mapping[str, str]) -> _File:
    """The file, as the manifest has it. Raises ``ValueError`` where it is not."""
    path = folder / name
    data = path.read_bytes().replace(b"\r\n", b"\n")
    if hashlib.sha256(data).hexdigest() != files[name]:
        raise ValueError(f"{name} is not as it was made")
    return _File(path, data)


def _object(data: object) -> dict[str, object]:
    if not isinstance(data, dict):
        raise TypeError("not an object")
    return data
