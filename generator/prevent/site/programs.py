"""What the pages for programmers are given: the names of the package, and its commands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a name: how it is written in a program, and what its docstring says of it."""

    name: str
    written: str
    text: str

    @property
    def anchor(self) -> str:
        """Where it stands under its name. Markdown would take underscores for emphasis."""
        return self.name.replace("_", "-")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that programs may rely on. ``fields`` is what it holds, as a program reads it."""

    name: str
    text: str
    fields: str
    parts: tuple[Part, ...]

    @property
    def anchor(self) -> str:
        """Where it stands on its page."""
        return self.name.strip("_")


@dataclass(frozen=True, slots=True)
class Argument:
    """An argument of a command: how it is written, what it says, and what may be chosen."""

    written: str
    text: str
    choices: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """A command. ``statuses`` is what each exit status of it means."""

    name: str
    summary: str
    about: str
    usage: str
    arguments: tuple[Argument, ...]
    statuses: tuple[tuple[int, str], ...]
    examples: str


@dataclass(frozen=True, slots=True)
class Programs:
    """The names, the commands, and what an exit status means whatever the command."""

    names: tuple[Name, ...]
    commands: tuple[CommandEntry, ...]
    statuses: tuple[tuple[int, str], ...]


def blocks(text: str) -> tuple[tuple[bool, str], ...]:
    """The paragraphs of a docstring; with each, whether it is a program.

    What is code in a paragraph stands between single backticks.
    """
    found: list[tuple[bool, str]] = []
    for paragraph in text.strip().split("\n\n"):
        lines = paragraph.split("\n")
        if all(line.startswith("    ") or not line for line in lines):
            program = "\n".join(line[4:] for line in lines)
            if found and found[-1][0]:
                program = f"{found.pop()[1]}\n\n{program}"
            found.append((True, program))
        else:
            found.append((False, " ".join(lines).replace("``", "`")))
    return tuple(found)
