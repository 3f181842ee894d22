"""Whether the rules are sound: what ``prevent.soundness`` finds, with its place in the files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from prevent.bank_holidays import bank_holidays
from prevent.dates import NO_CALENDAR, Calendar, parse_date
from prevent.faults import Fault, Place
from prevent.loading.checks import SAYING
from prevent.loading.entry import Entry, mappings
from prevent.loading.unused import unused_conditions, unused_fields
from prevent.loading.written_conditions import written_parts
from prevent.policy.wording import listed
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.documents import Path
from prevent.requirements.requirement import RequirementError
from prevent.rules.compile import People, compile_rule, setting_of
from prevent.soundness.option_checks import check_options
from prevent.soundness.pair_checks import check_adds, check_agree
from prevent.soundness.rule_checks import (
    WrittenPart,
    check_applies,
    check_cases,
    check_decided,
    check_parts_matter,
    check_satisfiable,
)
from prevent.soundness.subject import UNLESS, WHEN, Oddity, Subject, counts_working_days

Found = dict[tuple[Place, Oddity], list[str]]
"""What was found of each rule, and the kinds of request it holds for."""


class RuleChecks:
    """Each rule for each kind of request it is for, and what is wrong with them.

    ``written`` are the rules as they are written, by place. Nothing is said of a rule that is not
    among them: it belongs to the policy that this one adds to, and was looked at there.
    """

    def __init__(
        self,
        procedures: Sequence[Procedure],
        rules: Sequence[WrittenRule],
        people: People,
        written: Mapping[Place, Entry],
        bank_holidays: str,
    ) -> None:
        self._written = written
        self._bank_holidays = bank_holidays
        self._asked = {field for procedure in procedures for field in procedure.fields}
        self._subjects: list[Subject] = []
        self._sound_subjects: list[Subject] = []
        self._wrong: dict[Fault, tuple[str, list[str]]] = {}
        by_kind = {procedure.kind: procedure for procedure in procedures}
        # Of two rules that do not agree, the later one is told of: so those of others come first.
        for rule in sorted(rules, key=lambda rule: rule.place in written):
            for kind in rule.kinds:
                if kind in by_kind:
                    self._compile(rule, by_kind[kind], people)

    def faults(self) -> Iterator[Fault]:
        """Rules that cannot be asked of their requests, or that cannot be meant as they are."""
        for fault, (rule, kinds) in self._wrong.items():
            yield Fault(fault.place, _about(rule, kinds, fault.message), fault.hint)
        found: Found = {}
        sound: list[Subject] = []
        for subject in self._subjects:
            if subject.written.place not in self._written:
                sound.append(subject)
                continue
            oddities = (
                [*check_applies(subject)]
                or [*check_satisfiable(subject)]
                or [*check_decided(subject)]
            )
            _add(found, ((subject, oddity) for oddity in oddities))
            if not oddities:
                sound.append(subject)
        for kind in dict.fromkeys(subject.kind for subject in sound):
            _add(found, check_agree([each for each in sound if each.kind == kind]))
        for subjects in _by_rule(sound):
            _add_all(found, subjects, check_cases(subjects))
        self._sound_subjects = sound
        yield from self._as_faults(found)

    def notes(self, fields: Entry | None, files: Sequence[Entry]) -> Iterator[Fault]:
        """What may well be meant, but is worth a look.

        ``fields`` is the file of the fields, if there is one, ``files`` those of the procedures.
        """
        yield from unused_conditions(files)
        if fields is not None:
            yield from unused_fields(fields, self._asked)
        found: Found = {}
        for subjects in _by_rule(self._sound_subjects):
            entry = self._written.get(subjects[0].written.place)
            if entry is not None:
                parts = _written_parts(entry)
                _add_all(found, subjects, check_parts_matter(subjects, parts))
        for kind in dict.fromkeys(subject.kind for subject in self._subjects):
            _add(found, check_adds([each for each in self._subjects if each.kind == kind]))
        yield from self._as_faults(found)
        for field, option, oddity in check_options(self._subjects):
            place = _option_place(fields, field.id, option.id) if fields is not None else None
            if place is not None:
                yield Fault(place, oddity.message, oddity.hint, oddity.example)

    def _compile(self, rule: WrittenRule, procedure: Procedure, people: People) -> None:
        try:
            compiled = compile_rule(rule, procedure, people)
        except RequirementError as error:
            if rule.place not in self._written:
                return
            place = self._written[rule.place].place_of_word(error.word, SAYING)
            fault = Fault(place, str(error), error.hint)
            self._wrong.setdefault(fault, (rule.id, []))[1].append(procedure.kind)
        else:
            calendar = self._calendar if counts_working_days(compiled) else NO_CALENDAR
            setting = setting_of(rule, procedure, people)
            self._subjects.append(Subject(rule, compiled, procedure, setting, calendar))

    @cached_property
    def _calendar(self) -> Calendar:
        """The calendar of working days; it is slow to make, so only where it is needed."""
        if not self._bank_holidays:
            return NO_CALENDAR
        return Calendar.of(
            day for each in bank_holidays(self._bank_holidays) if (day := parse_date(each))
        )

    def _as_faults(self, found: Found) -> Iterator[Fault]:
        for (at, oddity), kinds in found.items():
            if at not in self._written:
                continue
            rule = self._written[at]
            place = rule.nearest_place(*oddity.at)
            message = _about(rule.text("id"), kinds, oddity.message)
            yield Fault(place, message, oddity.hint, oddity.example)


def _add(found: Found, oddities: Iterable[tuple[Subject, Oddity]]) -> None:
    """Note what was found; the example of the first kind stands for all."""
    for subject, oddity in oddities:
        same = (
            key
            for key in found
            if key[0] == subject.written.place and _words(key[1]) == _words(oddity)
        )
        found.setdefault(next(same, (subject.written.place, oddity)), []).append(subject.kind)


def _add_all(found: Found, subjects: Sequence[Subject], oddities: Iterable[Oddity]) -> None:
    """Note what was found of a rule, whatever the kind of request."""
    for oddity in oddities:
        _add(found, ((subject, oddity) for subject in subjects))


def _by_rule(subjects: Iterable[Subject]) -> list[list[Subject]]:
    """The rules of which nothing is wrong for any kind of request, each for all its kinds."""
    found: dict[Place, list[Subject]] = {}
    for subject in subjects:
        found.setdefault(subject.written.place, []).append(subject)
    return [each for each in found.values() if len(each) == len(each[0].written.kinds)]


def _words(oddity: Oddity) -> tuple[object, ...]:
    return oddity.message, oddity.hint, oddity.at


def _about(rule: str, kinds: Sequence[str], message: str) -> str:
    return f"Rule '{rule}' for {listed(kinds)}: {message}"


def _written_parts(rule: Entry) -> list[WrittenPart]:
    parts = []
    for key in (WHEN, UNLESS):
        if key in rule.data:
            whole = rule.data[key]
            parts.append(WrittenPart(key, (), (key,), called=_calls(whole, ())))
            parts += [
                WrittenPart(key, steps, (key, *path), called=_calls(whole, path))
                for path, steps in written_parts(whole)
            ]
    return parts


def _calls(written: object, path: Path) -> bool:
    """Does what stands there just call a condition by name?"""
    value = written
    for key in path:
        if isinstance(value, list):
            value = value[int(key)]
        elif isinstance(value, dict):
            value = value[key]
    return path[-1:] == ("condition",) or (isinstance(value, dict) and [*value] == ["condition"])


def _option_place(fields: Entry, field_id: str, option_id: str) -> Place | None:
    for field in mappings(fields, "fields"):
        for each in (field, *mappings(field, "fields")):
            for option in mappings(each, "options"):
                if (each.text("id"), option.text("id")) == (field_id, option_id):
                    return option.place
    return None
