"""The policy as it stands on its page: headings, paragraphs, lists and quotations."""

from __future__ import annotations

from dataclasses import dataclass, field

from prevent.policy.model import Clause, Statement
from prevent.site.markdown import clause_anchor, statement_anchor

_DEEPEST = 6


@dataclass(slots=True)
class Block:
    """Statements that stand together: one heading, one paragraph, one list, one quotation.

    ``number``, ``label``, ``anchor`` and ``level`` (2 to 6) belong to headings.
    """

    form: str
    statements: list[Statement] = field(default_factory=list)
    number: str = ""
    label: str = ""
    anchor: str = ""
    level: int = 0


def blocks(clause: Clause, *, below: int = 1) -> tuple[Block, ...]:
    """A clause's statements in the issued order, each in exactly one block.

    The first block is the clause's heading; where the policy gives none, it has no statements. It
    is one level deeper than the heading it stands ``below``, and more by its number.
    """
    level = below + 1 + clause.number.count(".")
    heading = Block(
        "heading",
        number=clause.number,
        label=f"{clause.number} {clause.title}",
        anchor=clause_anchor(clause.number),
        level=min(level, _DEEPEST),
    )
    found = [heading]
    for statement in clause.statements:
        last = found[-1]
        if statement.form == "heading":
            if last is heading and not heading.statements:
                heading.statements.append(statement)
            else:
                found.append(_inner_heading(statement, level + 1))
        elif statement.form == "continued":
            if last.form != "paragraph":
                found.append(Block("paragraph"))
            found[-1].statements.append(statement)
        else:
            if last.form != statement.form or statement.form == "paragraph":
                found.append(Block(statement.form))
            found[-1].statements.append(statement)
    return tuple(found)


def _inner_heading(statement: Statement, level: int) -> Block:
    return Block(
        "heading",
        [statement],
        label=statement.text,
        anchor=f"{statement_anchor(statement.id)}-heading",
        level=min(level, _DEEPEST),
    )
