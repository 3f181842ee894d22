"""What can be wrong with a single rule: each check is one function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from prevent.conditions.evaluate import Truth
from prevent.conditions.possible import find
from prevent.conditions.tree import FALSE, TRUE, All, Always, Any, Condition, Is, Not, facts_of
from prevent.dates import in_words
from prevent.policy.wording import listed
from prevent.policy.written import WrittenRule
from prevent.rules.compile import case_conditions, case_parts
from prevent.rules.ruleset import Part
from prevent.soundness.subject import UNLESS, WHEN, Oddity, Subject

Steps = tuple[int, ...]
"""The way to a part of a condition: at each step, which of the parts."""

AGAIN = "Take it out, or mend it."


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part of a rule's ``when`` or ``unless`` that could be left out, and where it stands.

    ``called`` says that it calls a condition by name.
    """

    key: str
    steps: Steps
    at: tuple[str | int, ...]
    called: bool = False

    def within(self, other: WrittenPart) -> bool:
        """Is it the other, or a part of it?"""
        return self.key == other.key and self.steps[: len(other.steps)] == other.steps


def check_applies(subject: Subject) -> Iterator[Oddity]:
    """There is a request to which the rule applies."""
    rule, written = subject.compiled, subject.written
    start, until = written.in_force.start, written.in_force.until
    met = subject.possible(rule.when)
    if start and until and until < start:
        message = f"It is never in force: from {in_words(start)} until {in_words(until)}."
        yield Oddity(message, "Its until must not be before its from.", ("until",))
    elif met is None:
        reason = _contradiction(subject, rule.when)
        message = f"No request can ever meet its condition{reason}."
        yield Oddity(message, "Look at its when.", (WHEN,))
    elif subject.possible(Not(subject.of_kind(written.unless))) is None:
        message = "No request can ever meet its condition: its unless is always so."
        yield Oddity(message, "Look at its unless.", (UNLESS,))
    elif subject.possible(rule.applies) is None:
        yield _covered(subject, subject.sample(met))


def _covered(subject: Subject, example: str) -> Oddity:
    unless = subject.of_kind(subject.written.unless)
    if subject.possible(subject.compiled.when, Not(unless)) is None:
        message = "It never applies, since its unless covers all of its when."
        return Oddity(message, "Take the unless out, or make it narrower.", (UNLESS,), example)
    names = listed([f"'{each.id}'" for each in subject.procedure.exemptions])
    message = f"It never applies: the procedure applies to none of its requests (see {names})."
    return Oddity(message, "Make what the procedure does not apply to narrower.", (WHEN,), example)


def check_cases(subjects: Sequence[Subject]) -> Iterator[Oddity]:
    """Each case of the rule holds for some request."""
    written = subjects[0].written
    for index, case in enumerate(written.cases):
        always = _always_before(subjects, index)
        if always is not None:
            message = f"Its case {index + 1} is never reached: case {always + 1} always holds."
            hint = f"Take case {index + 1} out, or put it before case {always + 1}."
            yield Oddity(message, hint, ("cases", index))
        # A last case without a condition may well be there to make sure.
        elif case.when != TRUE and not any(_reaches(subject, index) for subject in subjects):
            message = f"No request can ever be in its case {index + 1}."
            hint = "Look at its when, and at those of the cases before it."
            yield Oddity(message, hint, ("cases", index))


def _always_before(subjects: Sequence[Subject], index: int) -> int | None:
    """The first case before this one that holds for every request, if there is one."""
    for before, case in enumerate(subjects[0].written.cases[:index]):
        if not any(each.find((each.of_kind(case.when),), _is_not_true) for each in subjects):
            return before
    return None


def _reaches(subject: Subject, index: int) -> bool:
    reached = case_conditions(subject.written, subject.kind)[index]
    return subject.possible(subject.compiled.applies, reached) is not None


def check_satisfiable(subject: Subject) -> Iterator[Oddity]:
    """What the rule requires can be done, also where the rule applies."""
    for when, parts in _together(subject).items():
        at = (*_case_of(subject, parts[0]), "require")
        met = [part.met for part in parts]
        if subject.possible(*met) is None:
            message = "Nothing a request says can ever satisfy it."
            yield Oddity(message, "Look at what it requires.", at)
            continue
        shown = subject.possible(subject.compiled.applies, when)
        if shown and subject.possible(subject.compiled.applies, when, *met) is None:
            message = "Where it applies, nothing a request says can satisfy it."
            hint = "Look at what it requires, and when."
            yield Oddity(message, hint, at, subject.sample(shown))


def check_decided(subject: Subject) -> Iterator[Oddity]:
    """What goes to somebody to decide says to whom."""
    yield from dict.fromkeys(_undecided(subject))


def _undecided(subject: Subject) -> Iterator[Oddity]:
    written = subject.written
    for index, case in enumerate(written.cases):
        at = ("cases", index) if len(written.cases) > 1 else ()
        for part in case_parts(case, written, subject.setting):
            for each in part.findings:
                if each.outcome != "referred" or each.who:
                    continue
                hint = "Say who decides: add 'who', with the roles."
                if case.requirement is None:
                    yield Oddity(_TO_NOBODY, hint, (*at, "then", "outcome"))
                elif each.failure in case.otherwise:
                    yield Oddity(_TO_NOBODY, hint, (*at, "otherwise", each.failure, "outcome"))
                else:
                    message = f"Where it fails as '{each.failure}', somebody must decide: but who?"
                    hint = f"Say who decides: add '{each.failure}' under 'otherwise', with 'who'."
                    yield Oddity(message, hint, (*at, "require", case.requirement.kind))


_TO_NOBODY = "It goes to somebody to decide, and does not say to whom."


def _together(subject: Subject) -> dict[Condition, list[Part]]:
    """What the rule requires, by case: all of it must be so at once."""
    found: dict[Condition, list[Part]] = {}
    for part in subject.required:
        found.setdefault(part.when, []).append(part)
    return found


def _case_of(subject: Subject, part: Part) -> tuple[str | int, ...]:
    """Where the case that the part belongs to stands; nowhere, where the rule has but one."""
    for index in range(len(subject.written.cases)):
        if part.id.startswith(f"case-{index + 1}-"):
            return ("cases", index)
    return ()


def check_parts_matter(
    subjects: Sequence[Subject], parts: Sequence[WrittenPart]
) -> Iterator[Oddity]:
    """Each part of its condition makes a difference to some request of some kind.

    A part that was found to make none is taken out before the next is looked at, so that of two
    that say the same, one is found.
    """
    held = subjects[0].written
    found: list[WrittenPart] = []
    for part in parts:
        if any(part.within(each) for each in found) or _is_shared(subjects, held, part):
            continue
        rest = _without(held, part)
        if any(_differ(subject, held, rest) for subject in subjects):
            continue
        yield _idle(subjects, held, part)
        held = rest
        found.append(part)


def without(condition: Condition, steps: Steps, key: str = WHEN) -> Condition:
    """The condition without the part that the steps lead to.

    Of a list of answers, the last step names the answer.
    """
    match condition, steps:
        case _, ():
            return TRUE if key == WHEN else FALSE
        case (All(parts) | Any(parts)) as whole, (index, *below):
            join, neutral = (All, TRUE) if isinstance(whole, All) else (Any, FALSE)
            inner = without(parts[index], tuple(below)) if below else neutral
            return join((*parts[:index], inner, *parts[index + 1 :]))
        case Not(part), (_, *below):
            return Not(without(part, tuple(below)))
        case Is(fact, values), (index,):
            return Is(fact, (*values[:index], *values[index + 1 :]))
        case _:
            raise ValueError(f"{condition} has no part {steps}")


def part_of(condition: Condition, steps: Steps) -> Condition:
    """The part that the steps lead to; of a list of answers, one answer."""
    match condition, steps:
        case _, ():
            return condition
        case ((All(parts) | Any(parts)), (index, *below)):
            return part_of(parts[index], tuple(below))
        case Not(part), (_, *below):
            return part_of(part, tuple(below))
        case Is(fact, values), (index,):
            return Is(fact, (values[index],))
        case _:
            raise ValueError(f"{condition} has no part {steps}")


def _is_shared(subjects: Sequence[Subject], held: WrittenRule, part: WrittenPart) -> bool:
    """Does it call a condition that tells kinds of request apart, so that it counts elsewhere?"""
    piece = _piece(held, part)
    return part.called and any(isinstance(each.of_kind(piece), Always) for each in subjects)


def _piece(rule: WrittenRule, part: WrittenPart) -> Condition:
    return part_of(rule.when if part.key == WHEN else rule.unless, part.steps)


def _without(rule: WrittenRule, part: WrittenPart) -> WrittenRule:
    if part.key == WHEN:
        return replace(rule, when=without(rule.when, part.steps, WHEN))
    return replace(rule, unless=without(rule.unless, part.steps, UNLESS))


def _differ(subject: Subject, one: WrittenRule, other: WrittenRule) -> bool:
    """May a request be treated otherwise? Unknown, for want of an answer, is a third way.

    A rule may be careful: a part that counts only where the form of the request is not kept to
    makes a difference too.
    """
    both = (subject.applies(one), subject.applies(other))
    if both[0] == both[1]:
        return False
    return find(both, _otherwise, subject.wider_world) is not None


def _idle(subjects: Sequence[Subject], held: WrittenRule, part: WrittenPart) -> Oddity:
    piece = _piece(held, part)
    # Where it is for several kinds, one that has every field it asks about says it best.
    unknown = [len(facts_of(piece).keys() - each.setting.fields.keys()) for each in subjects]
    subject = subjects[unknown.index(min(unknown))]
    always = part.key == WHEN and all(
        each.find((each.of_kind(piece),), _is_not_true) is None for each in subjects
    )
    if not part.steps and always:
        message, hint = "Its condition is always so.", "Take the condition out, or mend it."
    elif not part.steps:
        message = f"Its {part.key} never matters: without it, it applies to the same requests."
        hint = AGAIN
    else:
        message = (
            f"{subject.words(piece)} in its {part.key} never matters: without it, it applies to the"
            " same requests."
        )
        hint = AGAIN
    return Oddity(message, hint, part.at, _shown(subject, held, piece))


def _shown(subject: Subject, held: WrittenRule, piece: Condition) -> str:
    """A request to which the rule applies though the part is not so, or else though it is."""
    asked = (subject.applies(held), subject.of_kind(piece))
    for wanted in (_applies_without, _applies_with, _does_not_apply):
        sample = subject.sample(subject.find(asked, wanted))
        if sample:
            return sample
    return ""


def _contradiction(subject: Subject, condition: Condition) -> str:
    """The part that can never be so, or the two that are never both so, where it hangs on them."""
    parts = _conjuncts(condition)
    for part in parts:
        if len(parts) > 1 and subject.possible(part) is None:
            return f": {subject.words(part)} is never so"
    for one, other in combinations(parts, 2):
        if subject.possible(one, other) is None:
            return f": {subject.words(one)} and {subject.words(other)} are never both so"
    return ""


def _conjuncts(condition: Condition) -> list[Condition]:
    if isinstance(condition, All):
        return [each for part in condition.parts for each in _conjuncts(part)]
    return [condition]


def _otherwise(one: Truth, other: Truth) -> bool:
    return one is not other


def _is_not_true(truth: Truth) -> bool:
    return truth is not True


def _applies_without(applies: Truth, part: Truth) -> bool:
    return applies is True and part is not True


def _applies_with(applies: Truth, part: Truth) -> bool:
    return applies is True and part is True


def _does_not_apply(applies: Truth, part: Truth) -> bool:
    return applies is not True and part is True
