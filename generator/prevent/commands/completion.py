"""``prevent completion``: let a shell complete the commands, their options and their choices."""

from __future__ import annotations

import argparse
import sys

from prevent.commands.parsers import actions_of, parsers
from prevent.reports.formats import FORMATS

ABOUT = """\
The script goes to standard output. Put it where your shell looks for such scripts, and make that
folder first if it is not there. It works in every shell that you start after that. After an update
of the package, do so again.
"""

EXAMPLES = """\
prevent completion bash > ~/.local/share/bash-completion/completions/prevent
prevent completion zsh > ~/.zfunc/_prevent
prevent completion fish > ~/.config/fish/completions/prevent.fish
"""

SHELLS = ("bash", "zsh", "fish")

_FILES, _FOLDERS = ("FILE", "PATH", "REGISTER"), ("DIR", "FOLDER")
"""How help calls what is a file, or a folder."""

_CHOICES = {"FORMAT[=FILE]": FORMATS}
"""What there is to choose from, where what may be given is more than a choice."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def run(arguments: argparse.Namespace) -> int:
    """Write the script of the shell; the exit status."""
    import shtab  # noqa: PLC0415 (no other command needs it)

    made = parsers()
    for parser in made.commands.values():
        for action in actions_of(parser):
            if action.metavar in _FILES:
                vars(action)["complete"] = shtab.FILE
            elif action.metavar in _FOLDERS:
                vars(action)["complete"] = shtab.DIRECTORY
            elif action.metavar in _CHOICES:
                action.choices = tuple(_CHOICES[action.metavar])
    sys.stdout.write(shtab.complete(made.whole, arguments.shell))
    return 0
