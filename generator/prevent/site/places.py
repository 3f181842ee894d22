"""What editors and build services are given, as the files say that this project offers them.

So the page shows the files themselves. They are always those that came with this program: a
project that has its own page layout has none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from textwrap import dedent
from typing import Any

import yaml

from prevent.site.layout import shipped

ACTION, HOOKS, CONTAINER = "action.yml", ".pre-commit-hooks.yaml", "Containerfile"
EDITOR = "places/editor/settings.json"
PRE_COMMIT = "places/pre-commit/config.yaml"
WORKFLOW = "places/github/workflow.yml"
GITLAB = "places/gitlab/prevent.yml"


@dataclass(frozen=True, slots=True)
class Setting:
    """What may be set: its name, what it is for, and what it is where nobody sets it.

    ``default`` is None where it must be set, and empty where it is then nothing.
    """

    name: str
    text: str
    default: str | None


@dataclass(frozen=True, slots=True)
class Places:
    """What each place is given. Texts are whole files, or what their heads say to write."""

    editor: str
    pre_commit: str
    hooks: tuple[tuple[str, str], ...]
    workflow: str
    inputs: tuple[Setting, ...]
    outputs: tuple[tuple[str, str], ...]
    gitlab: str
    gitlab_inputs: tuple[Setting, ...]
    container: str


def places() -> Places:
    """What the page of places is made from."""
    action = yaml.safe_load(_text(ACTION))
    hooks = yaml.safe_load(_text(HOOKS))
    template = next(iter(yaml.safe_load_all(_text(GITLAB))))
    return Places(
        editor=_text(EDITOR),
        pre_commit=_text(PRE_COMMIT),
        hooks=tuple((each["id"], each["description"]) for each in hooks),
        workflow=_text(WORKFLOW),
        inputs=tuple(_settings(action["inputs"])),
        outputs=tuple((name, each["description"]) for name, each in action["outputs"].items()),
        gitlab=_typed(_text(GITLAB)),
        gitlab_inputs=tuple(_settings(template["spec"]["inputs"])),
        container=_typed(_text(CONTAINER)),
    )


def _settings(inputs: Mapping[str, Mapping[str, Any]]) -> Iterator[Setting]:
    for name, each in inputs.items():
        text = " ".join(each["description"].split())
        yield Setting(name, text, _shown(each["default"]) if "default" in each else None)


def _shown(value: object) -> str:
    """A value as it is written in YAML: ``true``, not ``True``."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _typed(text: str) -> str:
    """What the comment at the head of a file says to write: its indented lines."""
    head = takewhile(lambda line: line.startswith("#"), text.splitlines())
    return dedent("\n".join(_indented(line.removeprefix("#") for line in head)))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (line for line in lines if line.startswith("   "))


def _text(name: str) -> str:
    return (shipped() / name).read_text(encoding="utf-8")
