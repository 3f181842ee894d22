import re
from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Page
from shown_site import BuiltSite

from prevent.fields.types import FIELD_TYPES
from prevent.loading.ids import Ids
from prevent.loading.schemas import NAMES, policy_schema
from prevent.policy.outcomes import IN_WORDS, MEANS
from prevent.requirements.day import EVIDENCE, LONGEST, WRITTEN
from prevent.requirements.kinds import KINDS
from prevent.rules.placeholders import ALWAYS_KNOWN, IN_EVERY_MESSAGE, PLACEHOLDER, WORKED_OUT
from prevent.site.language.asked import joined, types
from prevent.site.language.examples import kind_examples, organisation, whole_examples
from prevent.site.language.page import language


def text_of(built: BuiltSite, desk: Page) -> str:
    desk.goto(f"{built.url}/language.html")
    return desk.get_by_role("article").inner_text()


def terms_of(desk: Page, below: str) -> list[str]:
    """The first words of the definition lists whose entries have an anchor that begins so."""
    return desk.locator(
        f":is(dt[id^='{below}-'], dt[id^='{below}.']) > code:first-child"
    ).all_inner_texts()


def keys(schema: object) -> Iterator[str]:
    """Every key that a schema declares, wherever it stands in it."""
    if isinstance(schema, dict):
        for name, below in schema.items():
            if name == "properties" and isinstance(below, dict):
                yield from below
                for each in below.values():
                    yield from keys(each)
            elif name not in {"if", "allOf"}:
                yield from keys(below)
    elif isinstance(schema, list):
        for each in schema:
            yield from keys(each)


ELSEWHERE = ("requirement", "condition", "day", "plain-day", "period", "strict-consequence")
"""The parts of a procedure's schema that have sections of their own on the page."""


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_every_schema_is_on_the_page(name: str, built: BuiltSite, desk: Page) -> None:
    text_of(built, desk)
    schema = dict(policy_schema(name, Ids((), (), (), (), ())))
    defs = schema["$defs"]
    assert isinstance(defs, dict)
    if name == "procedure":
        schema["$defs"] = {key: defs[key] for key in defs if key not in ELSEWHERE}
    wanted = set(keys(schema))
    assert wanted
    assert set(terms_of(desk, f"file-{name}")) == wanted


def test_every_requirement_has_its_keys_failures_and_examples(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    typed = desk.locator("pre.example").all_inner_texts()
    for kind in KINDS.values():
        anchor = f"requirement-{kind.name.replace('_', '-')}"
        found = set(terms_of(desk, anchor))
        assert found == set(keys(kind.schema)) | {each.name for each in kind.failures}
        assert kind.summary in text
        for failure in kind.failures:
            at = f"[id='{anchor}-failure-{failure.name.replace('_', '-')}']"
            assert IN_WORDS[failure.outcome] in desk.locator(at).inner_text()
            said = desk.locator(f"{at} + dd").inner_text()
            assert failure.means in said
            assert failure.say in said
            assert ("It may be allowed after all" in said) is failure.lenient
        for shown in kind_examples(kind):
            assert shown.written.strip() in [each.strip() for each in typed]
            assert f"Staff read: {shown.words.must}" in text


def test_every_whole_example_is_shown_with_what_staff_read(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    typed = [each.strip() for each in desk.locator("pre.example").all_inner_texts()]
    for shown in whole_examples():
        assert shown.written.strip() in typed
        for said in (shown.title, shown.words.applies, shown.words.must, shown.words.in_force):
            assert said in text
        for each in shown.words.follows:
            assert each.say in text


def test_every_way_to_write_a_day_and_a_period_is_shown(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    own = organisation()
    day = own.schema["$defs"]["day"]
    forms = " ".join(WRITTEN)
    assert set(re.findall(r"(\w+):", forms)) == set(keys(day))
    assert {*EVIDENCE, *LONGEST, "before", "after"} <= set(keys(day))
    for written, means in WRITTEN.items():
        assert written in text
        assert means in text
        read = own.setting.moment_words(own.setting.day(yaml.safe_load(f"[{written}]")[0]))
        assert f"Staff read: {read}." in text
    for unit, longest in LONGEST.items():
        assert f"{{{unit}: 2}}\nAt most {longest}." in text


def test_every_test_of_every_type_of_field_is_shown(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    assert [each.name for each in types()] == list(FIELD_TYPES)
    schemas = organisation().schema["$defs"]["condition"]["properties"]
    for each in types():
        assert FIELD_TYPES[each.name].written.replace("`", "") in text
        field = organisation().first_field(each.name)
        tests = set(re.findall(r"\{(\w+):", " ".join(test.written for test in each.tests)))
        assert tests == set(keys(schemas[field]))
        for test in each.tests:
            assert test.written in text
            assert test.reads in text
    for each in joined():
        assert each.written in text
        assert each.means in text


def test_every_word_in_braces_is_explained(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    for names in (IN_EVERY_MESSAGE, WORKED_OUT):
        for name, means in names.items():
            assert f"{{{name}}}\n{means}" in text
    failures = [each for kind in language()["kinds"] for each in kind.failures]
    known = {name[:1].lower() + name[1:] for each in failures for name in each.knows}
    assert known == set(WORKED_OUT)
    for each in failures:
        assert set(PLACEHOLDER.findall(each.failure.say)) <= ALWAYS_KNOWN | set(each.knows)


def test_every_outcome_is_explained(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk)
    for outcome, means in MEANS.items():
        assert f"{outcome} {IN_WORDS[outcome]}\n{means}" in text


def test_every_link_within_the_page_leads_somewhere(built: BuiltSite, desk: Page) -> None:
    text_of(built, desk)
    leads = desk.evaluate(
        "[...document.querySelectorAll('article a[href^=\"#\"]')]"
        ".map(link => link.getAttribute('href').slice(1))"
    )
    ids = desk.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
    assert len(leads) > len(NAMES)
    assert set(leads) <= set(ids)
    assert len(set(ids)) == len(ids)
