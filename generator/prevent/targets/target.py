"""What a target is: a form of the rules that a stock engine runs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar

from prevent.engines.forms import KindForms
from prevent.rules.ruleset import RuleSet


class Target(ABC):
    """A form of the rules that a stock engine runs. Its files stand in the folder of its name."""

    name: ClassVar[str]
    title: ClassVar[str]
    holds: ClassVar[Mapping[str, str]]
    """What its files hold, by their names as a reader sees them: ``KIND.json``."""

    @abstractmethod
    def files(self, rule_set: RuleSet, forms: Mapping[str, KindForms]) -> dict[str, str]:
        """The text of each of its files, by its name in the target's folder.

        ``forms`` are the rules in the form of durable-rules, by kind of request.
        """

    @abstractmethod
    def how(self, rule_set: RuleSet) -> str:
        """How somebody who has never seen this project runs it, in Markdown and five lines."""
