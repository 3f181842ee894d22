"""A name that is more than a name is refused; one that an engine keeps for itself is as any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hostile import OWN_FIELDS, conforms, policy_in, rewrite

from prevent.cli import main
from processes import Prevent
from small_policy import rule, write_policy

NASTY_NAMES = (
    *('x"; drop table', "x'; drop table", "a;b", "a--b", "a$$b", "a\\b", "a\nb", "a\n", "\na"),
    *("a\u2028b", "a{{b", "a}b", "%s", "a'''b", "__proto__", "a b", "a/*b", "${a}", ""),
)
PLACES: Mapping[str, tuple[str, ...]] = {
    "field": ("fields.yaml", "fields", "5", "id"),
    "option": ("fields.yaml", "fields", "4", "options", "0", "id"),
    "field of an item": ("fields.yaml", "fields", "6", "fields", "2", "id"),
    "role": ("roles.yaml", "roles", "4", "id"),
    "rule": ("procedures/talks.yaml", "rules", "0", "id"),
    "kind": ("procedures/talks.yaml", "procedure", "kind"),
    "procedure": ("procedures/talks.yaml", "procedure", "id"),
    "condition": ("conditions.yaml", "conditions", "1", "id"),
    "clause": ("clauses.yaml", "clauses", "0", "number"),
    "statement": ("clauses.yaml", "clauses", "0", "statements", "2", "id"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_name_that_is_more_than_a_name_is_refused(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = policy_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    name, *path = PLACES[place]
    sound = (policy / name).read_text(encoding="utf-8")
    rewrite(policy, lambda made: made, name)
    assert main(["validate"]) == 0
    capsys.readouterr()
    for nasty in NASTY_NAMES:
        (policy / name).write_text(sound, encoding="utf-8")
        rewrite(policy, partial(named, path=path, name=nasty), name)
        assert main(["validate"]) == 2, nasty
        said = capsys.readouterr().out
        where = [line for line in said.splitlines() if line.startswith(f"  policy/{name}:")]
        assert where, (nasty, said)


def named(made: Any, *, path: Sequence[str], name: str) -> Any:  # noqa: ANN401 (any YAML)
    """What a file of the policy says, with this name at the end of a path."""
    *above, last = path
    owner = made
    for step in above:
        owner = owner[int(step) if step.isdigit() else step]
    assert last in owner
    owner[last] = name
    return made


# What engines and languages keep for themselves, and what is theirs to find in an object.
KEPT = (
    *("select", "order", "group", "user", "table", "from", "default"),
    *("constructor", "prototype", "length", "valueof", "input", "data", "with", "else", "package"),
    *("outcome", "findings", "row", "item", "list", "var", "if", "in", "whole", "facts"),
)


def test_names_that_engines_keep_for_themselves_are_names_like_others(
    prevent: Prevent, tmp_path: Path, environment: dict[str, str]
) -> None:
    words = {"question": "Is it?", "phrase": "the answer"}
    own = [
        words
        | {"id": name, "type": "choice", "label": name.capitalize()}
        | {"options": [option(name, each) for each in (name, KEPT[place - 1])]}
        for place, name in enumerate(KEPT)
    ]
    when = "when: {{'{0}': '{0}'}}\nthen: {{outcome: referred, who: [head], say: It is so.}}"
    rules = (rule(when.format(name), id=f"'{name}'") for name in KEPT)
    write_policy(tmp_path, *rules, fields=[*OWN_FIELDS[:2], *own])
    rewrite(tmp_path / "policy", lambda made: made, "procedures/*.yaml")
    conforms(prevent, tmp_path, environment)


def option(field: str, name: str) -> dict[str, str]:
    """An answer of this name."""
    return {"id": name, "label": name, "means": "It is so.", "reads": f"{field} is {name}"}
