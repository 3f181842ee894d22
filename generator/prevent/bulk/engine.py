"""What it takes to decide registers in an engine: the contract that a run is written against.

The SQL of a run is DuckDB's. An engine that speaks otherwise translates it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from prevent.bulk.database import Watch
from prevent.bulk.register import Register


class Tables(Protocol):
    """Rows, asked for in SQL. Each raises ``DatabaseError`` where the engine refuses."""

    def run(self, statement: str, watch: Watch | None = None) -> list[tuple[Any, ...]]:
        """The rows of a query."""

    def columns(self, relation: str) -> dict[str, str]:
        """The columns of a query, with DuckDB's names of their types."""

    def view(self, called: str, query: str) -> None:
        """Call a query by a name, for this run."""

    def table(self, called: str, query: str, watch: Watch | None = None) -> None:
        """Keep what a query gives under a name, for this run."""


class Engine(Protocol):
    """One engine, in one run."""

    title: ClassVar[str]
    """How people call it."""
    dialect: ClassVar[str]
    """The dialect of ``prevent.targets.sql`` that it speaks."""
    in_order: ClassVar[bool]
    """Do results stand in the order of the register? Where not, each row has its number."""

    makes_again: ClassVar[bool]
    """Is it quicker to work a few masks out twice than to keep them?"""

    @property
    def tables(self) -> Tables:
        """Its rows."""

    def open(self, watch: Watch) -> Register:
        """Open the register. Raises ``PreventError`` where it cannot be read."""

    def repeated(self, reference: str, register: Register, watch: Watch) -> str:
        """Whether another row has a row's reference too, in SQL; nothing where none has.

        ``reference`` is a row's reference, in SQL.
        """

    def own_view(self, called: str, query: str) -> None:
        """Call a query in its own dialect by a name, for this run."""

    def write_decisions(self, query: str, nested: Sequence[str], watch: Watch) -> int:
        """Write decisions, not yet in their place; their number. Raises ``PreventError``."""

    def write_rejects(self, query: str, watch: Watch) -> int:
        """Write rejects likewise."""

    def put(self) -> None:
        """Put both in their places."""
