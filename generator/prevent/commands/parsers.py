"""The parsers of the command line, made of what each command declares.

Each command is a module of this package that is imported only when it is asked for, so that a
check never waits for what builds the site.
"""

from __future__ import annotations

import argparse
import importlib
import textwrap
from collections.abc import Collection
from typing import NamedTuple, NoReturn, Protocol, cast

from prevent import __version__
from prevent.commands.table import COMMANDS, exit_status

_WIDTH = 98

_EXAMPLES = """\
prevent check requests/
prevent validate
prevent build
"""

_SURROUNDINGS = """\
environment:
  NO_COLOR       set to anything, no colours are used; they are used on a terminal alone
  PREVENT_DEBUG  set to anything, a fault of the program is shown with where it arose
"""


class Command(Protocol):
    """What a command's module offers. ``ABOUT`` says what its help must, and may be empty."""

    ABOUT: str
    EXAMPLES: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's arguments."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Do it; the exit status. Raises ``PreventError`` for what a person can mend."""


class Parser(argparse.ArgumentParser):
    """A parser whose errors are text: ``*`` may stand for a file of any name."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end."""
        from prevent.reports.inert import terminal  # noqa: PLC0415 (seldom needed)

        super().error(terminal(message))


class Parsers(NamedTuple):
    """The parser of the command line, those of its commands, and the modules of these."""

    whole: argparse.ArgumentParser
    commands: dict[str, argparse.ArgumentParser]
    modules: dict[str, Command]


def parsers(named: Collection[str] = COMMANDS, loaded: Collection[str] = COMMANDS) -> Parsers:
    """The parsers of the commands ``named``; of those ``loaded`` with their arguments."""
    whole = Parser(
        prog="prevent",
        description="Check events, leaflets and bookings against the Prevent policy.",
        epilog="\n".join([_status(None), _SURROUNDINGS, _examples(_EXAMPLES), _MORE]),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    whole.add_argument("--version", action="version", version=f"prevent {__version__}")
    subparsers = whole.add_subparsers(metavar="COMMAND", dest="command", required=True)
    made: dict[str, argparse.ArgumentParser] = {}
    modules: dict[str, Command] = {}
    for name in named:
        summary = COMMANDS[name]
        made[name] = subparsers.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name in loaded:
            module = cast("Command", importlib.import_module(f"prevent.commands.{name}"))
            parts = [module.ABOUT, _status(name), _examples(module.EXAMPLES)]
            made[name].epilog = "\n".join(part for part in parts if part)
            module.add_arguments(made[name])
            modules[name] = module
    return Parsers(whole, made, modules)


def actions_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """The arguments that a parser knows, in their order; those of its commands are not among them.

    The standard library has no other way to ask.
    """
    return list(parser._actions)  # noqa: SLF001 (as above)


_MORE = "'prevent COMMAND --help' says what a command does, with examples."


def _status(command: str | None) -> str:
    lines = [f"{code:<3}  {means}" for code, means in exit_status(command)]
    filled = (
        textwrap.fill(line, _WIDTH, initial_indent="  ", subsequent_indent=" " * 7)
        for line in lines
    )
    return "\n".join(["exit status:", *filled, ""])


def _examples(examples: str) -> str:
    return f"examples:\n{textwrap.indent(examples, '  ')}"
