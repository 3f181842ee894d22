"""The pages of the site: which there are, and what each one's template is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from prevent.dates import month_in_words
from prevent.policy.model import Duty, Policy, Role, ThreatLevels
from prevent.policy.outcomes import IN_WORDS
from prevent.policy.wording import listed, sentence_case, titled
from prevent.policy.written import Procedure, WrittenRule
from prevent.reading.tables.table import MOST_ROWS
from prevent.reports.formats import FORMATS
from prevent.requests.headers import Headers
from prevent.rules.compile import people_of
from prevent.rules.ruleset import RuleSet
from prevent.rules.words import RuleWords, rule_words
from prevent.site import links as paths
from prevent.site.check_form import check_context, check_title
from prevent.site.concern import concern
from prevent.site.coverage import coverage
from prevent.site.deciders import away, deciders
from prevent.site.examples import ExampleDecision
from prevent.site.flowchart import drawn
from prevent.site.language.page import language
from prevent.site.links import Links, check_page, condition_anchor, procedure_page
from prevent.site.markdown import preformatted
from prevent.site.other_sites import other_sites
from prevent.site.pdf import Pdf
from prevent.site.places import places
from prevent.site.policy_page import policy_page
from prevent.site.poster import LONG, ends, size
from prevent.site.programs import Programs, blocks
from prevent.site.registers import register_kinds
from prevent.site.request_format import example, item_rows, key_rows
from prevent.site.review import Review
from prevent.site.role_names import named
from prevent.site.steps import FOLDED_ABOVE, questions, steps
from prevent.site.tasks import TaskPage, also_called, entries, task_pages
from prevent.site.told import afterwards, exemptions, imposable, told_once

Context = Mapping[str, object]

_NO_CONTENTS: Context = {"hide": ["toc"]}
"""What the theme is told of a page beside which no list of its headings stands."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: where it stands, its title, its template and what the template is given.

    ``pictures`` are files beside it, by path. ``explains_terms`` is False where the page itself is
    the explanation. ``weight`` is how soon a search shows it; 0 keeps it out of the search.
    ``in_menu`` is False where other pages lead to it. ``theme`` is what the theme is told of it.
    """

    path: str
    title: str
    template: str
    context: Context
    pictures: Mapping[str, str]
    explains_terms: bool = True
    weight: float = 1
    in_menu: bool = True
    theme: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages are made from. ``pdf`` is the policy as a PDF, where there is one.

    ``programs`` is what the pages for programmers are made from, where there are any.
    """

    policy: Policy
    rule_set: RuleSet
    project: Path
    today: date
    review: Review
    decided: Sequence[ExampleDecision]
    pdf: Pdf | None = None
    programs: Programs | None = None


@dataclass(frozen=True, slots=True)
class Variant:
    """A rule's words, and the procedures for which it reads so."""

    procedures: tuple[Procedure, ...]
    words: RuleWords


@dataclass(frozen=True, slots=True)
class RuleEntry:
    """A rule on the rule reference. ``examples`` are decisions with what this rule said.

    ``waived_by`` says who may waive it for a single request, and ``waived_in`` in which clause the
    policy says so; both are empty where nobody may.
    """

    rule: WrittenRule
    variants: tuple[Variant, ...]
    examples: tuple[tuple[ExampleDecision, str], ...]
    waived_by: str = ""
    waived_in: str = ""


def pages(site: Site) -> Iterator[Page]:
    """Every page, in the order of the menu. Raises ``PreventError``."""
    policy = site.policy
    if concern(policy):
        about = {"concern": concern(policy), "contacts": policy.contacts}
        yield _page(site, paths.CONCERN, "Report a concern", about)
    home = {"tasks": entries(policy), "own_tasks": bool(policy.tasks)}
    yield replace(_page(site, paths.HOME, "What do you want to do?", home), theme=_NO_CONTENTS)
    for task in task_pages(policy, site.today):
        yield _task(site, task)
    for procedure in policy.procedures:
        yield _procedure(site, procedure)
        yield _poster(site, procedure)
    for procedure in policy.procedures:
        yield _check(site, procedure)
    yield _page(site, paths.ROLES, "Roles and responsibilities", _roles(site))
    if policy.definitions:
        terms = sorted(policy.definitions, key=lambda each: each.term.casefold())
        yield _page(site, paths.DEFINITIONS, "Definitions", {"definitions": terms}, explains=False)
    if policy.threat_levels:
        levels = _threat_levels(policy.threat_levels)
        yield _page(site, paths.THREAT_LEVELS, "Threat levels", levels)
    yield _page(site, paths.POLICY, policy.issue.title, policy_page(policy))
    yield _page(site, paths.REVIEW, "Dates and review", _recurring(policy))
    for path, title, own in _behind(site):
        yield replace(_page(site, path, title, own, explains=path != paths.LANGUAGE), weight=0)


def _behind(site: Site) -> Iterator[tuple[str, str, Context]]:
    """The pages that staff need not look at: where each stands, its title and what it is given."""
    kinds = tuple(register_kinds(site.rule_set))
    yield paths.RULES, "Rule reference", _rule_reference(site)
    yield paths.LANGUAGE, "How to write the policy", language()
    yield paths.REQUESTS, "Request format", {"kinds": tuple(_kinds(site))}
    yield paths.REGISTERS, "Many requests at once", {"kinds": kinds, "most_rows": MOST_ROWS}
    kind = site.policy.procedures[0].kind
    own: dict[str, object] = {"places": places(), "formats": FORMATS, "kind": kind}
    yield paths.PLACES, "In your editor and CI", own
    programs = site.programs
    if programs:
        own = {"blocks": blocks, "sentence": sentence_case}
        commands = {"commands": programs.commands, "statuses": programs.statuses}
        yield paths.COMMANDS, "Commands", own | commands
        yield paths.PYTHON, "For Python programs", own | {"names": programs.names}
    yield paths.COVERAGE, "Statement coverage", _coverage(site)


def _page(
    site: Site, path: str, title: str, own: Context | None = None, *, explains: bool = True
) -> Page:
    template = path.removesuffix(".md") + ".md.j2"
    return Page(path, title, template, _shared(site, path) | dict(own or {}), {}, explains)


def _shared(site: Site, path: str) -> dict[str, object]:
    """What every template is given."""
    policy = site.policy

    def names(roles: Sequence[str]) -> str:
        found = [named(policy.roles[role]) for role in roles]
        return sentence_case(listed(found)) or "The policy names nobody"

    return {
        "policy": policy,
        "statements": policy.statements,
        "links": links_on(policy, path),
        "review": site.review,
        "pdf": site.pdf,
        "concern": concern(policy),
        "responsible": policy.roles[policy.issue.responsibility],
        "outcomes": IN_WORDS,
        "names": names,
        "in_words": month_in_words,
        "month_in_words": month_in_words,
        "procedure_page": procedure_page,
        "check_page": check_page,
        "check_title": check_title,
        "condition_anchor": condition_anchor,
        "duty_anchor": paths.duty_anchor,
        "page_path": path,
        "also_called": also_called(policy, path),
    }


def links_on(policy: Policy, path: str) -> Links:
    """The links of the page at ``path``."""
    clauses = {clause.number: clause for clause in policy.clauses}
    return Links(path, clauses, policy.statements)


def _procedure(site: Site, procedure: Procedure) -> Page:
    path = procedure_page(procedure.id)
    every = steps(site.policy, procedure, site.today)
    own = tuple(step for step in every if step.number)
    svg = drawn(procedure, own)
    picture = f"{procedure.id}.svg" if svg else ""
    context = {
        **_shared(site, path),
        "procedure": procedure,
        "poster": paths.poster_page(procedure.id),
        "poster_fits": size(own) != LONG,
        "examples": tuple(each for each in site.decided if each.kind == procedure.kind),
        "steps": own,
        "expired": tuple(step for step in every if not step.number),
        "folds": sum(len(step.cases) for step in own) > FOLDED_ABOVE,
        "questions": questions(site.rule_set, procedure),
        "exemptions": exemptions(site.policy, procedure),
        "imposable": imposable(site.policy, procedure),
        "afterwards": afterwards(site.policy, procedure),
        "picture": picture,
    }
    pictures = {f"procedures/{picture}": svg} if svg else {}
    return Page(path, procedure.title, "procedure.md.j2", context, pictures)


def _task(site: Site, task: TaskPage) -> Page:
    context = _shared(site, task.path) | {"own": task}
    title = task.task.title
    return Page(task.path, title, "task.md.j2", context, {}, in_menu=False, theme=_NO_CONTENTS)


def _poster(site: Site, procedure: Procedure) -> Page:
    path = paths.poster_page(procedure.id)
    own = tuple(step for step in steps(site.policy, procedure, site.today) if step.number)
    about = {"procedure": procedure, "steps": own, "size": size(own), "ends": ends}
    context = _shared(site, path) | about
    title = f"Poster: {procedure.task}"
    # Its words are those of the procedure's page, where a search leads.
    return Page(
        path,
        title,
        "poster.md.j2",
        context,
        {},
        explains_terms=False,
        weight=0,
        in_menu=False,
        theme=_NO_CONTENTS,
    )


def _check(site: Site, procedure: Procedure) -> Page:
    path = check_page(procedure.kind)
    context = _shared(site, path) | check_context(site.policy, site.rule_set, procedure)
    # The answer stands where other pages have their contents.
    told = {**_NO_CONTENTS, "checks": True}
    title = check_title(procedure)
    return Page(path, title, "check.md.j2", context, {}, explains_terms=False, theme=told)


def _roles(site: Site) -> Context:
    policy = site.policy
    anchored: set[str] = set()

    def with_anchors(duties: Sequence[Duty]) -> list[tuple[Duty, str]]:
        anchors = [(duty, paths.duty_anchor(duty.id)) for duty in duties]
        found = [(duty, "" if duty.id in anchored else anchor) for duty, anchor in anchors]
        anchored.update(duty.id for duty in duties)
        return found

    by_role = [
        (role.title, [duty for duty in policy.duties if role.id in duty.who])
        for role in policy.roles.values()
    ]
    by_role.append(("Nobody named in the policy", [each for each in policy.duties if not each.who]))

    def whose(role: Role) -> str:
        clause = policy.clause(policy.statements[role.statements[0]].clause)
        return policy.layers[clause.layer]

    return {
        "duties_by_role": [(title, with_anchors(duties)) for title, duties in by_role if duties],
        "whose": whose,
        "deciders": [(each, deciders(policy, each, site.today)) for each in policy.procedures],
        "away": away(policy, site.today),
    }


def _threat_levels(levels: ThreatLevels) -> Context:
    recorded = next(level for level in levels.levels if level.id == levels.recorded)
    return {"levels": levels, "recorded": recorded}


def _recurring(policy: Policy) -> Context:
    recurring = [duty for duty in policy.duties if duty.every]
    return {"recurring": recurring, "other_sites": other_sites(policy)}


def _rule_reference(site: Site) -> Context:
    return {
        "rules": tuple(_rules(site, site.policy.rules)),
        "told": tuple(_rules(site, told_once(site.policy))),
        "imposable": imposable(site.policy),
    }


def _rules(site: Site, rules: Sequence[WrittenRule]) -> Iterator[RuleEntry]:
    for rule in rules:
        examples = tuple(
            (decision, message)
            for decision in site.decided
            for own, message in decision.findings
            if own == rule.id
        )
        variants = _variants(site.policy, rule)
        yield RuleEntry(rule, variants, examples, *_waived_by(site, rule))


def _waived_by(site: Site, rule: WrittenRule) -> tuple[str, str]:
    waivers = site.rule_set.waivers_of(rule.id)
    if waivers is None:
        return "", ""
    titles = [titled(site.policy.roles[role].title) for role in waivers.authorised_by]
    return sentence_case(listed(titles, "or")), waivers.clause


def _variants(policy: Policy, rule: WrittenRule) -> tuple[Variant, ...]:
    people = people_of(policy)
    found: list[tuple[list[Procedure], RuleWords]] = []
    for procedure in policy.procedures:
        if procedure.kind not in rule.kinds:
            continue
        words = rule_words(rule, procedure, people)
        same = next((group for group, other in found if other == words), None)
        if same is None:
            found.append(([procedure], words))
        else:
            same.append(procedure)
    return tuple(Variant(tuple(group), words) for group, words in found)


def _kinds(site: Site) -> Iterator[Context]:
    policy = site.policy
    headers = Headers(site.rule_set)
    for procedure in policy.procedures:
        lists = [use.field for use in procedure.uses if use.field.fields]
        yield {
            "procedure": procedure,
            "rows": key_rows(procedure),
            "lists": [(field, item_rows(field)) for field in lists],
            "example": preformatted(example(policy, procedure)),
            "headings": [
                "kind",
                *(name for each in procedure.fields.values() for name in headers.names(each)),
            ],
        }


def _coverage(site: Site) -> Context:
    rows = coverage(site.policy, links_on(site.policy, paths.COVERAGE))
    natures = Counter(row.statement.nature for row in rows)
    return {"rows": rows, "natures": natures.most_common()}
