"""References that more than one row of a register has."""

from __future__ import annotations

from itertools import takewhile

from prevent.bulk.database import Database, Watch
from prevent.bulk.register import ROW, Register
from prevent.rules.columns import REFERENCE

REPEATED = "repeated"
"""The table of the references that more than one row has."""

_DIGITS = 9
"""The longest numbers that are counted in a set of bits, of which there are as many as numbers."""

_LOOKED_AT = 1000
"""How many rows at each end of a register are looked at to see how references begin."""


def repeated_references(
    database: Database, reference: str, register: Register, watch: Watch
) -> bool:
    """Make the table of the references that more than one row has; is there any?

    ``reference`` is a row's reference, in SQL.
    """
    if REFERENCE not in register.types or _numbered_once(database, reference, register, watch):
        return False
    # Numbers made from the references are counted first: they take far less room than the texts.
    hashes = (
        f"SELECT hash({reference}) AS hashed FROM {register.relation}"
        f" WHERE {reference} IS NOT NULL GROUP BY hashed HAVING count(*) > 1"
    )
    database.table("alike", hashes, watch)
    ((alike,),) = database.run("SELECT count(*) FROM alike")
    if not alike:
        return False
    again = (
        f"SELECT {reference} AS reference FROM {register.relation}"
        f" WHERE hash({reference}) IN (SELECT hashed FROM alike) AND {reference} IS NOT NULL"
        " GROUP BY ALL HAVING count(*) > 1"
    )
    database.table(REPEATED, again, watch)
    ((repeated,),) = database.run(f"SELECT count(*) FROM {REPEATED}")
    return bool(repeated)


def _numbered_once(database: Database, reference: str, register: Register, watch: Watch) -> bool:
    """Do all the references begin alike and end in numbers, each of them once?

    Most registers are numbered so, and then it is quickly seen. "No" may mean that it is not known.
    """
    relation = register.relation
    ((rows,),) = database.run(f"SELECT count(*) FROM {relation}")
    # How they begin is guessed from both ends of the register. A wrong guess is seen, as too few
    # different numbers come of it.
    ((first, last, longest),) = database.glance(
        f"SELECT min({reference}), max({reference}), max(length({reference})) FROM {relation}"
        f" WHERE {ROW} <= {_LOOKED_AT} OR {ROW} > {rows - _LOOKED_AT}"
    )
    if first is None:
        return False
    pairs = zip(first, last, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    digits = longest - alike
    if not 0 < digits <= _DIGITS:
        return False
    number = f"TRY_CAST(substr({reference}, {alike + 1}) AS INTEGER)"
    most = 10**digits - 1
    inside = f"CASE WHEN {number} BETWEEN 0 AND {most} THEN {number} END"
    ((numbers, references),) = database.run(
        f"SELECT bit_count(bitstring_agg({inside}, 0, {most})), count({reference}) FROM {relation}",
        watch,
    )
    return bool(numbers == references)
