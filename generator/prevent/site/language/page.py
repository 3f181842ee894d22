"""What the page "How to write the policy" is given: all of it from what the program itself reads.

The keys come from the schemas that check a policy, the kinds of requirement from their own classes,
and every sentence in an example from the same words as those of the site.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prevent.loading.digest import OPTIONAL, PROCEDURES
from prevent.loading.ids import Ids
from prevent.loading.schemas import NAMES, policy_schema
from prevent.policy.outcomes import MEANS
from prevent.requirements.kinds import KINDS
from prevent.requirements.requirement import Failure, RequirementKind
from prevent.rules.compile import compile_rule
from prevent.rules.placeholders import ALWAYS_KNOWN, IN_EVERY_MESSAGE, WORKED_OUT
from prevent.rules.words import Following
from prevent.site.language.asked import days, joined, types, units
from prevent.site.language.examples import Shown, kind_examples, organisation, whole_examples
from prevent.site.language.keys import SECTIONS, Group, groups
from prevent.trials.read import FOLDER as TESTS

_NO_IDS = Ids((), (), (), (), ())

FOLDERS = {"procedure": PROCEDURES, "tests": TESTS}
"""The schemas that are those of every file in a folder."""


@dataclass(frozen=True, slots=True)
class PolicyFile:
    """A file of the policy's folder, and its keys."""

    path: str
    anchor: str
    title: str
    description: str
    required: bool
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class KindFailure:
    """A way to fail: as it is declared, what an example of it reads, and what it may name."""

    failure: Failure
    example: Following
    knows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind of requirement."""

    kind: RequirementKind
    anchor: str
    terms: tuple[Group, ...]
    examples: tuple[Shown, ...]
    failures: tuple[KindFailure, ...]


def language() -> Mapping[str, object]:
    """The pieces of the page."""
    own = organisation()
    return {
        "files": tuple(_files()),
        "kinds": tuple(_kinds()),
        "days": days(),
        "units": units(),
        "joined": tuple(joined()),
        "types": tuple(types()),
        "examples": tuple(whole_examples()),
        "catalogue": own.catalogue,
        "means": MEANS,
        "in_every_message": IN_EVERY_MESSAGE,
        "worked_out": WORKED_OUT,
    }


def _files() -> Iterator[PolicyFile]:
    for name in NAMES:
        schema = policy_schema(name, _NO_IDS)
        anchor = f"file-{name}"
        found = groups(schema, anchor, sections=SECTIONS if name == "procedure" else None)
        path = f"{FOLDERS[name]}/*.yaml" if name in FOLDERS else f"{name}.yaml"
        title, description = str(schema["title"]), str(schema["description"])
        required = name not in {*OPTIONAL, TESTS}
        yield PolicyFile(path, anchor, title, description, required, found)


def _kinds() -> Iterator[KindEntry]:
    root = policy_schema("procedure", _NO_IDS)
    for kind in KINDS.values():
        anchor = f"requirement-{kind.name.replace('_', '-')}"
        terms = groups(kind.schema, anchor, root=root, sections=SECTIONS)
        examples = tuple(kind_examples(kind))
        failures = tuple(_failure(failure, examples) for failure in kind.failures)
        yield KindEntry(kind, anchor, terms, examples, failures)


def _failure(failure: Failure, examples: tuple[Shown, ...]) -> KindFailure:
    """The failure, with the first example of it, and with all that any example says it knows."""
    own = organisation()
    told = [each for shown in examples for each in shown.words.follows]
    example = next(each for each in told if each.failure == failure.name)
    knows: dict[str, None] = {}
    for shown in examples:
        compiled = compile_rule(shown.rule, own.procedure, own.people)
        for _, _, finding in compiled.findings():
            if finding.failure == failure.name:
                knows |= dict.fromkeys((*finding.values, *finding.words))
    own_words = tuple(name for name in knows if name not in ALWAYS_KNOWN)
    return KindFailure(failure, example, own_words)
