"""Editors, set up as the site says: what they mark, offer and show of every key.

Most editors read YAML by yaml-language-server, and so do these tests, message by message. Where
there is no Node, the last ones still put the same files to the same schemas.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from language_client import Editor
from stock_linters import node_packages

from processes import ROOT, Prevent

SERVER = "yaml-language-server@2.0.0"
SETTINGS = ROOT / "places" / "editor" / "settings.json"
PROJECTS = sorted(
    path.parent.parent.relative_to(ROOT).as_posix()
    for path in (ROOT / "policy" / "roles.yaml", *(ROOT / "examples").rglob("policy/roles.yaml"))
)
FIRST_LINE = "# yaml-language-server: $schema="
EVENT = """\
kind: event
title: Careers in community radio
requested_by: staff
date: 2027-04-20
outline: shared
approvals:
  - {role: managing-director, decision: granted, date: 2027-03-09}
"""
WITH_LINE = f"{FIRST_LINE}../rules/schemas/event.schema.json\n{EVENT}"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """How the server is started; empty where there is no Node."""
    folder = node_packages(tmp_path_factory.mktemp("editor"), SERVER)
    if folder is None:  # the tests below that need no editor look at the same files
        return []
    return ["node", str(folder / "node_modules/yaml-language-server/bin/yaml-language-server")]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder that an editor opens: a policy, what was made of it, and no requests yet."""
    for name in ("policy", "rules"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


@contextmanager
def editor(
    server: list[str], folder: Path, settings: Mapping[str, Any] | None = None
) -> Iterator[Editor]:
    """An editor with these settings, as ``settings.json`` has them, that asks no network."""
    own = {name.removeprefix("yaml."): value for name, value in (settings or {}).items()}
    yaml_settings = {**own, "schemaStore": {"enable": False}}
    with Editor([*server, "--stdio"], folder, {"yaml": yaml_settings}) as opened:
        yield opened


def at(text: str, words: str) -> tuple[int, int]:
    """The line of these words, and the column of their second letter; counted from 0."""
    before = text[: text.index(words)]
    return before.count("\n"), len(before) - (before.rfind("\n") + 1) + 1


def lines_of(faults: list[dict[str, Any]], text: str) -> list[str]:
    """What is marked: each the words at its place."""
    found = []
    for each in faults:
        start, end = each["range"]["start"], each["range"]["end"]
        assert start["line"] == end["line"]
        line = text.split("\n")[start["line"]]
        found.append(f"{start['line'] + 1}: {line[start['character'] : end['character']]}")
    return found


SET_UP = {
    "a first line": (WITH_LINE, {}),
    "settings": (EVENT, json.loads(SETTINGS.read_text(encoding="utf-8"))),
}


@pytest.mark.parametrize("how", SET_UP)
def test_a_request_is_marked_completed_and_explained(
    how: str, server: list[str], project: Path
) -> None:
    text, settings = SET_UP[how]
    if not server:
        return
    first = int(text.startswith(FIRST_LINE))
    with editor(server, project, settings) as shown:
        wrong = text.replace("managing-director", "managing-directer").replace("outline", "outlin")
        shown.open("requests/wrong.yaml", wrong)
        faults = shown.faults("requests/wrong.yaml")
        assert sorted(lines_of(faults, wrong)) == sorted(
            [f"{first + 5}: outlin", f"{first + 7}: managing-directer"]
        )
        assert any('"managing-director"' in each["message"] for each in faults)
        name = "requests/new.yaml"
        shown.open(name, text)
        assert shown.faults(name) == []
        assert "Has the agency shared an outline of the event?" in shown.hover(
            name, *at(text, "outline")
        )
        assert "Who: the id of a role in the policy." in shown.hover(name, *at(text, "role"))
        keys = shown.completions(name, text.count("\n"), 0)
        assert {"speakers", "presentation", "advice"} <= set(keys)
        assert not {"outline", "kind", "source", "facility"} & set(keys)
        line, column = at(text, "shared")
        assert shown.completions(name, line, column - 1) == ["shared", "promised", "withheld"]
        line, column = at(text, "managing-director")
        roles = yaml.safe_load((project / "policy/roles.yaml").read_text("utf-8"))["roles"]
        assert shown.completions(name, line, column - 1) == [each["id"] for each in roles]


def test_without_either_nothing_is_known_of_a_request(server: list[str], project: Path) -> None:
    if not server:
        return
    with editor(server, project) as shown:
        shown.open("requests/new.yaml", EVENT.replace("outline", "outlin"))
        assert shown.faults("requests/new.yaml") == []
        assert shown.completions("requests/new.yaml", EVENT.count("\n"), 0) == []


def test_the_policy_is_marked_completed_and_explained(server: list[str], project: Path) -> None:
    if not server:
        return
    name = "policy/procedures/leaflets.yaml"
    text = (project / name).read_text(encoding="utf-8")
    assert text.startswith(FIRST_LINE)
    misspelt = text.replace("    statements:", "    statement:", 1)
    with editor(server, project) as shown:
        shown.open(name, misspelt)
        marked = lines_of(shown.faults(name), misspelt)
        line, _ = at(misspelt, "statement:")
        assert f"{line + 1}: statement" in marked
        shown.open(name, text)
        assert shown.faults(name) == []
        assert "in links" in shown.hover(name, *at(text, "id: "))
        rule = f"{text.rstrip()}\n  - id: another\n    "
        shown.open(name, rule)
        keys = set(shown.completions(name, rule.count("\n"), 4))
        assert {"title", "clause", "statements", "require"} <= keys
        assert "id" not in keys


def files_of(project: Path) -> dict[str, str]:
    """Every file of the policy and every request, and what it says."""
    found = [*project.glob("policy/**/*.yaml"), *project.glob("requests/**/*.yaml")]
    assert len(found) > 10
    return {
        path.relative_to(project).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(found)
    }


def keys_in(text: str) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """Every key, with those above it, and where its second letter stands."""

    def below(node: yaml.Node | None, above: tuple[str, ...]) -> Iterator[Any]:
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                path = (*above, key.value)
                yield path, key.start_mark.line, key.start_mark.column + 1
                yield from below(value, path)
        elif isinstance(node, yaml.SequenceNode):
            for value in node.value:
                yield from below(value, above)

    for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
        yield from below(document, ())


def unexplained(shown: Editor, files: Mapping[str, str]) -> list[str]:
    """The keys of which nothing is shown but their name. Each is looked at once for each schema."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    found = []
    for name, text in files.items():
        schema = text.partition("\n")[0].rpartition("/")[2]
        for path, line, column in keys_in(text):
            if (schema, path) not in seen:
                seen.add((schema, path))
                words = shown.hover(name, line, column).splitlines()
                if not [
                    each for each in words if each and not each.startswith(("####", "Source:"))
                ]:
                    found.append(f"{name}:{line + 1} {'.'.join(path)}")
    assert seen
    return found


@pytest.mark.parametrize("name", PROJECTS)
def test_every_file_is_sound_to_an_editor_and_every_key_is_explained(
    name: str, server: list[str]
) -> None:
    if not server:
        return
    folder = ROOT / name
    files = files_of(folder)
    with editor(server, folder) as shown:
        for each, text in files.items():
            shown.open(each, text)
        assert {each: faults for each in files if (faults := shown.faults(each))} == {}
        assert unexplained(shown, files) == []


def test_so_it_is_in_a_new_project_with_the_settings(
    server: list[str], tmp_path: Path, prevent: Prevent
) -> None:
    folder = tmp_path / "new"
    assert prevent("init", str(folder), "--organisation", "Example", "--yes").status == 0
    assert prevent("build", "--rules-only", cwd=folder).status == 0
    if not server:
        return
    files = files_of(folder)
    settings = json.loads(SETTINGS.read_text(encoding="utf-8"))
    with editor(server, folder, settings) as shown:
        for each, text in files.items():
            shown.open(each, text)
        assert {each: faults for each in files if (faults := shown.faults(each))} == {}
        assert unexplained(shown, files) == []


class AsJson(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a date is text, and only true and false are not words."""


AsJson.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if not tag.endswith((":timestamp", ":bool"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
AsJson.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


@pytest.mark.parametrize("name", PROJECTS)
def test_the_first_line_of_every_file_leads_to_a_schema_that_it_keeps(name: str) -> None:
    for file, text in files_of(ROOT / name).items():
        first = text.partition("\n")[0]
        assert first.startswith(FIRST_LINE), file
        schema = (ROOT / name / file).parent / first.partition("=")[2]
        check = Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))
        for document in yaml.load_all(text, Loader=AsJson):
            assert check.is_valid(document), file


@pytest.mark.parametrize(
    ("old", "new"), [("role: managing-director", "role: managing-directer"), ("outline", "outlin")]
)
@pytest.mark.parametrize("schema", ["event", "request"])
def test_a_schema_alone_finds_what_an_editor_marks(schema: str, old: str, new: str) -> None:
    made = json.loads((ROOT / f"rules/schemas/{schema}.schema.json").read_text("utf-8"))
    check = Draft202012Validator(made)
    assert check.is_valid(yaml.load(EVENT, Loader=AsJson))  # noqa: S506 (it is a safe one)
    wrong = yaml.load(EVENT.replace(old, new), Loader=AsJson)  # noqa: S506 (it is a safe one)
    assert not check.is_valid(wrong)
