import json
from dataclasses import replace

import yaml
from jsonschema import Draft202012Validator
from playwright.sync_api import Page
from shown_site import BuildAndShow, BuiltSite

from prevent.policy.cited import Waivers
from prevent.policy.model import Policy
from prevent.rules.request_schema import request_schemas
from prevent.site.request_format import example


def text_of(built: BuiltSite, desk: Page, path: str) -> str:
    desk.goto(f"{built.url}/{path}")
    return desk.get_by_role("article").inner_text()


def test_without_tasks_of_its_own_the_home_page_lists_the_procedures(
    build_and_show: BuildAndShow, desk: Page, policy: Policy
) -> None:
    site = build_and_show(replace(policy, tasks=()))
    desk.goto(f"{site.url}/index.html")
    tasks = desk.locator(".tasks a").all_inner_texts()
    own = [procedure.task for procedure in policy.procedures]
    assert tasks[: len(own) + 1] == ["Report a concern", *own]
    assert desk.locator(".more a").all_inner_texts()[-1] == "Read the policy"
    assert not (site.folder / "tasks").exists()


def test_a_procedure_says_what_who_and_by_when(built: BuiltSite, desk: Page) -> None:
    text = text_of(built, desk, "procedures/leaflets.html")
    for said in (
        "Who produced it?",
        "1. Both directors agree first",
        "When an external agency produced it or a learner asks",
        "The Managing Director and the Quality Director both agree, on or before the first day",
        "The Managing Director or the Quality Director declined permission.",
        "How this is read (an interpretation, not",
        "the permission of the Managing Director and Quality Director should be sought.",
    ):
        assert said in text


def test_every_rule_of_a_kind_is_a_step_of_its_procedure(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    for procedure in policy.procedures:
        text = text_of(built, desk, f"procedures/{procedure.id}.html")
        titles = [rule.title for rule in policy.rules_for(procedure)]
        assert len(titles) == sum(procedure.kind in rule.kinds for rule in policy.rules)
        for number, title in enumerate(titles, start=1):
            assert f"{number}. {title}" in text


def test_one_role_without_a_holder_says_so_and_a_group_of_people_does_not(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    text = text_of(built, desk, "roles.html")
    unnamed = [role for role in policy.roles.values() if not role.holder]
    groups = {"All staff", "Teachers", "Specialist staff", "Partner providers"}
    assert groups < {role.title for role in unnamed}
    assert text.count("Not named in the policy") == len(unnamed) - len(groups)
    deputy = policy.roles["managing-director"].deputy
    assert deputy.covers in text
    for duty in policy.duties:
        assert duty.title in text


def test_numbers_can_be_dialled_and_are_marked_as_added(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    desk.goto(f"{built.url}/concern.html")
    dialled = [each.get_attribute("href") for each in desk.locator("a[href^='tel:']").all()]
    text = desk.get_by_role("article").inner_text()
    assert desk.get_by_role("article").locator("form, input, textarea").count() == 0
    assert dialled[0] == "tel:999"
    assert {f"tel:{contact.phone.replace(' ', '')}" for contact in policy.contacts} == set(dialled)
    assert text.count("Added guidance, not part of the issued policy.") == len(policy.contacts)
    assert text.count("Checked on 22 November 2026.") == len(policy.contacts)
    assert "There is no form on this page, on purpose." in text


def test_the_threat_level_is_never_shown_as_today_s(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    text = text_of(built, desk, "threat-levels.html")
    assert "Severe, as recorded in February 2022." in text
    assert "This page does not know the level today." in text
    for level in policy.threat_levels.levels:
        assert policy.statements[level.statement].text in text


def test_dates_and_review_shows_status_and_every_note(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    text = text_of(built, desk, "review.html")
    assert "overdue by 3 years and 8 months, as of 22 November 2026" in text
    assert "February 2022. No later version is recorded here" in text
    assert "for each partner provider. Partner providers (S63)" in text
    for note in policy.review_notes:
        assert note.note in text
        assert all(source.title in text for source in note.sources)
    assert policy.digest in text


def test_the_rule_reference_has_every_rule_and_its_examples(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    text = text_of(built, desk, "rules.html")
    for rule in policy.rules:
        assert rule.title in text
        assert rule.reading in text
    assert "Free trial at a new gym: The Quality Director declined permission." in text


def test_the_rule_reference_says_who_may_waive_a_rule(
    build_and_show: BuildAndShow, desk: Page, policy: Policy
) -> None:
    roles = ("managing-director", "quality-director")
    waivers = Waivers(roles, ("leaflet-permission",), "3.7", ("S65",))
    allowing = replace(policy, issue=replace(policy.issue, waivers=(waivers,)))
    text = text_of(build_and_show(allowing), desk, "rules.html")
    said = "The Managing Director or the Quality Director may waive this rule for a single request"
    assert text.count("may waive this rule") == 1
    before, _, after = text.partition(said)
    assert before.rindex("leaflet-permission") > before.rindex("Rule ")
    assert after.startswith(": clause 3.7")


def test_coverage_has_a_row_for_every_statement(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    desk.goto(f"{built.url}/coverage.html")
    rows = [row.inner_text().split("\t") for row in desk.locator("tbody tr").all()]
    assert [row[0] for row in rows] == list(policy.statements)
    by_number = {row[0]: row for row in rows}
    assert by_number["S65"][1:3] == ["3.7", "rule"]
    assert by_number["S65"][4].startswith("rule Both directors agree first")
    assert "definition extremism" in by_number["S27"][4]
    assert "duty Review Prevent procedures" in by_number["S86"][4]
    assert by_number["S05"][4] == "published"


def test_definitions_explain_every_term(built: BuiltSite, desk: Page, policy: Policy) -> None:
    desk.goto(f"{built.url}/definitions.html")
    terms = desk.locator("h2").all_inner_texts()
    assert sorted(terms) == sorted(definition.term for definition in policy.definitions)


def test_each_example_of_a_request_is_valid(policy: Policy) -> None:
    schemas = request_schemas(policy)
    for procedure in policy.procedures:
        written = example(policy, procedure)
        request = json.loads(json.dumps(yaml.safe_load(written), default=str))
        assert not set(written) & set("&*")
        Draft202012Validator(schemas[procedure.kind]).validate(request)


def test_the_request_format_has_every_field(built: BuiltSite, desk: Page, policy: Policy) -> None:
    desk.goto(f"{built.url}/requests.html")
    keys = desk.locator("td:first-child").all_inner_texts()
    shown = desk.locator("pre.example").all_inner_texts()
    for procedure in policy.procedures:
        assert set(procedure.fields) <= set(keys)
    assert [text.strip() for text in shown] == [
        example(policy, procedure).strip() for procedure in policy.procedures
    ]
