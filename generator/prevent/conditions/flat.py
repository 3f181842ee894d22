"""Flat tests: what remains of a condition for an engine that knows only true and false.

An engine gets facts that are all present, each a string, a whole number or a boolean, and tests
that compare one fact with one constant. What a missing fact means is already worked out: see
``prevent.conditions.lower``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from prevent.conditions.flat_facts import FactValue

Operator = Literal["eq", "ne", "lt", "le", "gt", "ge"]


@dataclass(frozen=True, slots=True)
class Compare:
    """One fact against one constant of the same type. Strings know ``eq`` and ``ne`` only."""

    fact: str
    operator: Operator
    value: FactValue


@dataclass(frozen=True, slots=True)
class Both:
    """Every part is true. Always at least two parts."""

    parts: tuple[Flat, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part is true. Always at least two parts."""

    parts: tuple[Flat, ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """True or false whatever the facts are. Stands only at the root of a flat test."""

    value: bool


Flat: TypeAlias = Compare | Both | Either | Constant
