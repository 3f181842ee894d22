"""Flat tests in the form the durable-rules engine reads: JSON rule sets within a safe profile.

Each test becomes one engine rule or several: a rule is one list of comparisons that must all hold,
and a test with alternatives has a rule for each (``leaflet-approved|1``, ``leaflet-approved|2``).
Values of one fact of which one must hold stand together in one ``$or``. As a fact has one value, at
most one of them is true, so a rule fires once or not at all. Each rule set ends with a rule that is
always true; if it does not fire last, the engine has lost something.

The engine checks little of what it reads: it ignores what it does not know, and some sets crash
it. So nothing outside the profile is written here, and :func:`check_rule_set` refuses it in a set
that comes from elsewhere.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, product
from typing import Literal, get_args

from prevent.conditions.flat import Both, Compare, Constant, Either, Flat, Operator
from prevent.conditions.flat_facts import FactValue
from prevent.engines.durable_network import (
    MOST_COMPARISONS,
    MOST_PATHS,
    Network,
    OneOf,
    Part,
    Rule,
    comparisons,
    is_safe,
    paths,
    width,
)

FactType = Literal["text", "number", "truth"]

# The engine's table of a fact's fields has 255 places.
MOST_FIELDS = 250
MOST_TEXT_BYTES = 65_535
# Ours: a test that comes to more can no longer be read.
MOST_ALTERNATIVES = 200
MOST_BEFORE_SIMPLIFYING = 5_000
_TOO_MANY = f"it comes to more than {MOST_ALTERNATIVES} alternatives; split it into several"

ALWAYS = "always"
"""The fact, always true, that goes to the engine with the facts of a request."""

OWN_FIELDS = (ALWAYS, "id", "sid")
SENTINEL = "sentinel|last"

# fmt: off
_ENGINE_WORDS = (
    "$add", "$and", "$any", "$baseTime", "$div", "$eq", "$ex", "$forward", "$gt", "$gte", "$i",
    "$iall", "$iany", "$imt", "$l", "$lt", "$lte", "$m", "$mt", "$mul", "$neq", "$nex", "$or",
    "$r", "$s", "$sub", "$time", "$timerName",
)
# fmt: on
_WORDS: dict[Operator, str] = {"ne": "$neq", "lt": "$lt", "le": "$lte", "gt": "$gt", "ge": "$gte"}
_OPERATORS: dict[str, Operator] = {word: operator for operator, word in _WORDS.items()}
_FACT_NAME = re.compile(r"[a-z][a-z0-9_]*")
_RULE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/#-]{0,199}")
_NUMBERED = re.compile(r"(?:\|[1-9][0-9]{0,3})?")


class ProfileError(Exception):
    """Something cannot be said to the engine safely: what it is called, and why not."""

    def __init__(self, name: str, why: str) -> None:
        self.name = name
        self.why = why
        super().__init__(f"{name}: {why}")


_TRUE = Compare(ALWAYS, "eq", value=True)


def rule_sets(
    name: str, tests: Mapping[str, Flat], fact_types: Mapping[str, FactType]
) -> list[dict[str, object]]:
    """The tests as rule sets, in their order: each ``{set name: {rule name: rule}}``.

    The first set is called ``name``, the next ``name|2`` and so on; a set is full when a further
    rule would pass a limit of the engine. A test that is always false has no rule.

    Raises :class:`ProfileError` for a test, name or fact that the engine would not get right.
    """
    check_facts(fact_types)
    _check_name(name)
    sets: list[dict[str, object]] = []
    network = _network()
    rules: dict[str, object] = {}
    for rule_name, rule in _named_rules(tests, fact_types):
        if not is_safe(rule):
            why = f"one alternative of it has more than {MOST_COMPARISONS} comparisons"
            raise ProfileError(rule_name, why)
        network.add(rule)
        if not network.is_safe():
            sets.append(rules)
            network, rules = _network(), {}
            network.add(rule)
        rules[rule_name] = _rule_written(rule)
    sets.append(rules)
    return [
        {name if number == 1 else f"{name}|{number}": rules | {SENTINEL: _sentinel()}}
        for number, rules in enumerate(sets, start=1)
    ]


def check_facts(fact_types: Mapping[str, FactType]) -> None:
    """Refuse fact names that the engine would confuse with each other or with its own words.

    The engine knows a name only by a 32-bit hash. Raises :class:`ProfileError`.
    """
    if len(fact_types) + len(OWN_FIELDS) > MOST_FIELDS:
        most = MOST_FIELDS - len(OWN_FIELDS)
        raise ProfileError("facts", f"there are {len(fact_types)}; at most {most} are possible")
    holders = {name_hash(word): word for word in chain(OWN_FIELDS, _ENGINE_WORDS)}
    for fact, fact_type in fact_types.items():
        if fact_type not in get_args(FactType):
            raise ProfileError(fact, f"expected text, number or truth, found {fact_type!r}")
        if fact in OWN_FIELDS:
            raise ProfileError(fact, "this name is reserved; choose another")
        if not _FACT_NAME.fullmatch(fact):
            raise ProfileError(fact, "a fact is named with a-z, 0-9 and _, beginning with a letter")
        other = holders.setdefault(name_hash(fact), fact)
        if other != fact:
            raise ProfileError(fact, f"the engine cannot tell it from '{other}'; rename one")


def name_hash(name: str) -> int:
    """The number by which the engine knows a name: 32-bit FNV-1a over its UTF-8 bytes."""
    number = 0x811C9DC5
    for byte in name.encode():
        number = ((number ^ byte) * 16_777_619) & 0xFFFF_FFFF
    return number


def value_fault(value: object, fact_type: FactType) -> str:
    """What is wrong with a value of a fact of this type; empty where nothing is.

    Types are exact, as the engine takes ``true`` for 1 and ``"5"`` for 5.
    """
    match fact_type:
        case "truth":
            return "" if type(value) is bool else f"expected true or false, found {value!r}"
        case "number":
            if type(value) is not int:
                return f"expected a whole number, found {value!r}"
            if not -(2**63) <= value < 2**63:
                return f"{value} is too large for the engine"
        case "text":
            if type(value) is not str:
                return f"expected text, found {value!r}"
            # The engine compares texts as they stand in the JSON, escapes and all: at most 12
            # bytes a character, between two quotation marks.
            if len(value) * 12 > MOST_TEXT_BYTES and len(json.dumps(value)) - 2 > MOST_TEXT_BYTES:
                return f"the text is longer than {MOST_TEXT_BYTES} bytes as the engine counts"
    return ""


def check_rule_set(
    definition: Mapping[str, object], fact_types: Mapping[str, FactType]
) -> tuple[str, frozenset[str]]:
    """The name of a rule set and the names of its rules, once it is known to be in the profile.

    Raises :class:`ProfileError` where :func:`rule_sets` could not have written it.
    """
    name, rules = _only("the rule set", definition)
    _check_name(name, numbered=True)
    if not isinstance(rules, dict) or not rules:
        raise ProfileError(name, "expected rules")
    *others, last = rules.items()
    if last != (SENTINEL, _sentinel()):
        raise ProfileError(name, f"the last rule must be '{SENTINEL}', always true and last to run")
    network = _network()
    for rule_name, value in others:
        _check_name(rule_name, numbered=True)
        rule = _rule_read(rule_name, value)
        for comparison in comparisons(rule):
            if comparison != _TRUE:
                _check_comparison(rule_name, comparison, fact_types)
        if not is_safe(rule):
            raise ProfileError(rule_name, "too much for one rule")
        network.add(rule)
    if not network.is_safe():
        raise ProfileError(name, "too much for one rule set")
    return name, frozenset(rules)


def _check_name(name: str, *, numbered: bool = False) -> None:
    start = _RULE_NAME.match(name)
    rest = name[start.end() :] if start else name
    if not start or (rest and not (numbered and _NUMBERED.fullmatch(rest))):
        why = "a name has letters, digits and . _ : / # - only, at most 200, and begins with either"
        raise ProfileError(name, why)


# ----------------------------------------------------------------------- from tests to rules


def _named_rules(
    tests: Mapping[str, Flat], fact_types: Mapping[str, FactType]
) -> Iterator[tuple[str, Rule]]:
    for name, test in tests.items():
        _check_name(name)
        rules = _rules_of(name, test, fact_types)
        for number, rule in enumerate(rules, start=1):
            yield name if len(rules) == 1 else f"{name}|{number}", rule


def _rules_of(name: str, test: Flat, fact_types: Mapping[str, FactType]) -> list[Rule]:
    if isinstance(test, Constant):
        return [(_TRUE,)] if test.value else []
    every = chain.from_iterable(map(_shortened, _alternatives(name, test, fact_types)))
    rules = list(islice(every, MOST_ALTERNATIVES + 1))
    if len(rules) > MOST_ALTERNATIVES:
        raise ProfileError(name, _TOO_MANY)
    return rules


def _alternatives(name: str, test: Flat, fact_types: Mapping[str, FactType]) -> list[Rule]:
    """The test as alternatives of which each is a list of things that must all hold."""
    match test:
        case Compare():
            _check_comparison(name, test, fact_types)
            return [(test,)]
        case Both(parts) if parts:
            rules: list[Rule] = [()]
            for part in parts:
                pairs = product(rules, _alternatives(name, part, fact_types))
                rules = _distinct(name, ((*before, *after) for before, after in pairs))
            return rules
        case Either(parts) if parts:
            every = (_alternatives(name, part, fact_types) for part in parts)
            return _distinct(name, _joined(list(chain.from_iterable(every))))
        case Constant():
            raise ProfileError(name, "'always' or 'never' stands inside it; it must stand alone")
        case _:
            raise ProfileError(name, "a group in it is empty")


def _distinct(name: str, rules: Iterator[Rule]) -> list[Rule]:
    """The alternatives without those that cannot be, or that another one covers."""
    found: dict[Rule, None] = {}
    for rule in rules:
        once = tuple(dict.fromkeys(rule))
        if _can_be(once):
            found[once] = None
        if len(found) > MOST_BEFORE_SIMPLIFYING:
            raise ProfileError(name, _TOO_MANY)
    kept: list[tuple[Rule, frozenset[Part]]] = []
    for rule in sorted(found, key=len):
        parts = frozenset(rule)
        if not any(shorter <= parts for _, shorter in kept):
            kept.append((rule, parts))
    if len(kept) > MOST_ALTERNATIVES:
        raise ProfileError(name, _TOO_MANY)
    left = {rule for rule, _ in kept}
    return [rule for rule in found if rule in left]


def _can_be(rule: Rule) -> bool:
    """Whether no two parts ask for different values of one fact, or for a value and not for it."""
    equal: dict[str, set[FactValue]] = {}
    for part in rule:
        found = part.comparisons if isinstance(part, OneOf) else (part,)
        if found[0].operator == "eq":
            values = {comparison.value for comparison in found}
            equal[found[0].fact] = equal.get(found[0].fact, values) & values
    for part in rule:
        if isinstance(part, Compare) and part.operator == "ne" and part.fact in equal:
            equal[part.fact] = equal[part.fact] - {part.value}
    return all(equal.values())


def _joined(rules: Sequence[Rule]) -> Iterator[Rule]:
    """The alternatives with the equalities of each fact put together, where the first stood."""
    equal: dict[str, dict[Compare, None]] = {}
    for rule in rules:
        fact = _equal_fact(rule)
        if fact:
            equal.setdefault(fact, {}).update(dict.fromkeys(comparisons(rule)))
    for rule in rules:
        fact = _equal_fact(rule)
        if not fact:
            yield rule
        elif fact in equal:
            values = tuple(equal.pop(fact))
            yield (values[0],) if len(values) == 1 else (OneOf(values),)


def _equal_fact(rule: Rule) -> str:
    """The fact of which the whole rule says only what it equals; empty where there is none."""
    match rule:
        case (Compare(fact, "eq"),):
            return fact
        case (OneOf((Compare(fact), *_)),):
            return fact
    return ""


def _shortened(rule: Rule) -> Iterator[Rule]:
    """The rule, halved at its longest list of values until the ways through it are few enough."""
    if paths(rule) <= MOST_PATHS:
        yield rule
        return
    longest = max((part for part in rule if isinstance(part, OneOf)), key=width)
    middle = width(longest) // 2
    for values in (longest.comparisons[:middle], longest.comparisons[middle:]):
        half = values[0] if len(values) == 1 else OneOf(values)
        yield from _shortened(tuple(half if part is longest else part for part in rule))


def _check_comparison(name: str, comparison: Compare, fact_types: Mapping[str, FactType]) -> None:
    fact, value = comparison.fact, comparison.value
    if fact not in fact_types:
        raise ProfileError(name, f"it asks for '{fact}', which is not a fact")
    if comparison.operator not in ("eq", "ne") and fact_types[fact] != "number":
        raise ProfileError(name, f"'{fact}' is not a number, so it has no order")
    fault = value_fault(value, fact_types[fact])
    if fault:
        raise ProfileError(name, f"'{fact}': {fault}")


# ---------------------------------------------------------------------- rules written and read


def _written(part: Part) -> dict[str, object]:
    if isinstance(part, OneOf):
        return {"$or": [_written(comparison) for comparison in part.comparisons]}
    plain: dict[str, object] = {part.fact: part.value}
    return plain if part.operator == "eq" else {_WORDS[part.operator]: plain}


def _rule_written(rule: Rule) -> dict[str, object]:
    parts = [_written(part) for part in rule]
    return {"all": [{"m": parts[0] if len(parts) == 1 else {"$and": parts}}]}


def _only(name: str, value: object) -> tuple[str, object]:
    """The one key and value of an object with exactly one."""
    if not isinstance(value, Mapping) or len(value) != 1:
        raise ProfileError(name, f"expected one key with its value, found {value!r}")
    [(key, inner)] = value.items()
    if not isinstance(key, str):
        raise ProfileError(name, f"expected text as a key, found {key!r}")
    return key, inner


def _list(name: str, value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise ProfileError(name, f"expected a list that is not empty, found {value!r}")
    return value


def _sentinel() -> dict[str, object]:
    return _rule_written((_TRUE,)) | {"pri": 60_000}


def _network() -> Network:
    network = Network()
    network.add((_TRUE,))
    return network


def _rule_read(name: str, rule: object) -> Rule:
    key, messages = _only(name, rule)
    if key != "all" or len(_list(name, messages)) != 1:
        raise ProfileError(name, "expected 'all' with one condition")
    alias, condition = _only(name, _list(name, messages)[0])
    if alias != "m":
        raise ProfileError(name, f"expected 'm', found '{alias}'")
    key, inner = _only(name, condition)
    parts = _list(name, inner) if key == "$and" else [condition]
    return tuple(_part_read(name, part) for part in parts)


def _part_read(name: str, part: object) -> Part:
    key, inner = _only(name, part)
    if key != "$or":
        return _comparison_read(name, key, inner)
    values = tuple(_comparison_read(name, *_only(name, value)) for value in _list(name, inner))
    facts = {value.fact for value in values}
    if len(facts) > 1 or len(set(values)) < len(values) or any(v.operator != "eq" for v in values):
        raise ProfileError(name, "'$or' is for different values of one fact")
    return OneOf(values)


def _comparison_read(name: str, key: str, inner: object) -> Compare:
    operator: Operator = "eq"
    if key in _OPERATORS:
        operator = _OPERATORS[key]
        key, inner = _only(name, inner)
    if not isinstance(inner, str | int):
        raise ProfileError(name, f"'{key}': expected text, a whole number, true or false")
    value: FactValue = inner
    return Compare(key, operator, value)
