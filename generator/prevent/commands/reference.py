"""The commands as their parsers describe them, for the page of the site."""

from __future__ import annotations

import argparse
import re
from collections.abc import Collection
from functools import partial

from prevent.api.reference import Argument, CommandEntry, Programs, python_names
from prevent.commands.parsers import Parsers, actions_of, parsers
from prevent.commands.table import COMMANDS, exit_status

_WIDTH = 78

_REPEATED = {"?": "[{}]", "+": "{} …"}
"""How a value is written that may be left out, or given again."""


def programs() -> Programs:
    """What the pages for programmers are made of."""
    made = parsers()
    entries = tuple(_entry(name, made) for name in COMMANDS)
    return Programs(python_names(), entries, tuple(exit_status()))


def _entry(name: str, made: Parsers) -> CommandEntry:
    parser, module = made.commands[name], made.modules[name]
    parser.formatter_class = partial(argparse.RawDescriptionHelpFormatter, width=_WIDTH)
    actions = [each for each in actions_of(parser) if each.dest != "help"]
    named = {str(each.metavar) for each in actions if each.metavar}
    return CommandEntry(
        name,
        COMMANDS[name],
        _with_code(module.ABOUT, named),
        parser.format_usage().removeprefix("usage: ").rstrip(),
        tuple(_argument(each, named) for each in actions),
        tuple(exit_status(name)),
        module.EXAMPLES.rstrip(),
    )


def _argument(action: argparse.Action, named: Collection[str]) -> Argument:
    choices = tuple(map(str, action.choices or ()))
    # What may be chosen is listed beside it.
    value = str(action.metavar or ("WORD" if choices else action.dest.upper()))
    if action.nargs == 0:
        value = ""
    elif action.nargs in _REPEATED:
        value = _REPEATED[str(action.nargs)].format(value)
    written = " ".join(part for part in (", ".join(action.option_strings), value) if part)
    return Argument(written, _with_code(action.help or "", named), choices, action.required)


def _with_code(text: str, named: Collection[str]) -> str:
    """The text with every option, and what help calls a value, between backticks."""
    words = "|".join(map(re.escape, named)) or "(?!)"
    return re.sub(rf"(?<![\w-])(--[a-z-]+|(?:{words})(?![\w-])|[A-Z]+~\d)", r"`\1`", text)
