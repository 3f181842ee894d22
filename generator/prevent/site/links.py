"""Links from one page of the site to another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import dirname, relpath

from markupsafe import Markup

from prevent.policy.model import Clause, Statement
from prevent.policy.wording import sentence_case
from prevent.site.markdown import clause_anchor, link, statement_anchor

HOME = "index.md"
CONCERN = "concern.md"
POLICY = "policy.md"
ROLES = "roles.md"
DEFINITIONS = "definitions.md"
THREAT_LEVELS = "threat-levels.md"
REVIEW = "review.md"
RULES = "rules.md"
LANGUAGE = "language.md"
REQUESTS = "requests.md"
REGISTERS = "registers.md"
PLACES = "places.md"
COMMANDS = "commands.md"
PYTHON = "python.md"
COVERAGE = "coverage.md"

BEHIND = (RULES, LANGUAGE, REQUESTS, REGISTERS, PLACES, COMMANDS, PYTHON, COVERAGE)
"""The pages that staff need not look at."""

WHO_DECIDES, AWAY, DUTIES = "who.decides", "when.away", "all.duties"
"""Places on the page of roles. No role can have such a name."""


def condition_anchor(condition_id: str) -> str:
    """A condition of approval on the rule reference. No rule can have such a name."""
    return f"condition.{condition_id}"


def check_page(kind: str) -> str:
    """The page that checks requests of a kind."""
    return f"check-{kind}.md"


def procedure_page(procedure_id: str) -> str:
    """The page of a procedure. In a folder of its own, it cannot take another page's name."""
    return f"procedures/{procedure_id}.md"


def poster_page(procedure_id: str) -> str:
    """The poster of a procedure."""
    return f"posters/{procedure_id}.md"


def duty_anchor(duty_id: str) -> str:
    """A duty on the page of roles. No role can have such a name."""
    return f"duty.{duty_id}"


@dataclass(frozen=True, slots=True)
class Links:
    """Links as they are written on one page, ``page``, with the words they carry."""

    page: str
    clauses: Mapping[str, Clause]
    statements: Mapping[str, Statement]

    def to(self, text: str, page: str, anchor: str = "") -> Markup:
        """A link to a page of the site, and to a place on it."""
        path = "" if page == self.page else relpath(page, dirname(self.page) or ".")
        return link(text, path + (f"#{anchor}" if anchor else ""))

    def statement(self, statement_id: str) -> Markup:
        """``S65``, leading to it on the policy page."""
        return self.to(statement_id, POLICY, statement_anchor(statement_id))

    def cited(self, statement_ids: Iterable[str]) -> Markup:
        """``S49, S50``, each leading to its place on the policy page."""
        return Markup(", ").join(self.statement(each) for each in statement_ids)

    def clause(self, number: str) -> Markup:
        """``clause 3.7, Leaflets``, leading to it on the policy page."""
        return self.to(self.clause_name(number), POLICY, clause_anchor(number))

    def clause_name(self, number: str) -> str:
        """``clause 3.7, Leaflets``."""
        return f"clause {number}, {self.clauses[number].title}"

    def sources(self, statement_ids: Iterable[str]) -> Markup:
        """Where quoted statements stand: ``Clause 3.7, Leaflets (S65)``, clause by clause."""
        clauses: dict[str, list[str]] = {}
        for each in statement_ids:
            clauses.setdefault(self.statements[each].clause, []).append(each)
        return Markup("; ").join(
            Markup("{} ({})").format(
                self.to(sentence_case(self.clause_name(number)), POLICY, clause_anchor(number)),
                self.cited(own),
            )
            for number, own in clauses.items()
        )
