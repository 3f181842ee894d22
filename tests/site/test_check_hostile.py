"""Questions, answers and titles of a policy that try to be something else, on the form."""

from dataclasses import replace

from filled_form import Shown
from playwright.sync_api import Browser
from shown_site import BuildAndShow

from prevent.fields.field import Field
from prevent.policy.model import Policy

HOSTILE = "</script><script>window.broken = 1</script> {{ 7*7 }} *a* _b_ \" ' & <!-- <img src=x>"


def hostile_field(field: Field) -> Field:
    options = tuple(
        replace(each, label=HOSTILE, means=HOSTILE, reads=HOSTILE) for each in field.options
    )
    words = {"label": HOSTILE, "question": HOSTILE, "help": HOSTILE, "asked_when": HOSTILE}
    inner = tuple(hostile_field(each) for each in field.fields)
    return replace(field, **words, options=options, fields=inner)  # type: ignore[arg-type] (words)


def test_hostile_questions_are_shown_as_they_are(
    policy: Policy, build_and_show: BuildAndShow, browser: Browser
) -> None:
    procedures = tuple(
        replace(
            each,
            title=HOSTILE,
            noun=HOSTILE,
            uses=tuple(replace(use, field=hostile_field(use.field)) for use in each.uses),
        )
        for each in policy.procedures
    )
    roles = {id_: replace(role, title=HOSTILE) for id_, role in policy.roles.items()}
    issue = replace(policy.issue, title=HOSTILE, organisation=HOSTILE)
    site = build_and_show(replace(policy, procedures=procedures, roles=roles, issue=issue))
    with browser.new_page() as page:
        page.set_default_timeout(5000)
        page.goto(f"{site.url}/check-event.html")
        asked = page.locator("#q-title .q__asks").text_content() or ""
        assert asked == f"{HOSTILE} needed"
        assert page.locator("#q-requested_by .option label").first.text_content() == HOSTILE
        page.locator("#q-title-answer").fill("A talk")
        page.locator("#q-requested_by input").last.check()
        shown = Shown(page)
        shown.date("q-date", "20", "4", "2037")
        decision = shown.decision()
        assert decision["outcome"] == "Not yet"
        assert decision["findings"][0]["facts"]["Who"] == f"The {HOSTILE}"
        page.evaluate("void (window.print = () => {})")
        page.get_by_role("button", name="Print a summary").click()
        assert HOSTILE in (page.locator("#sheet").text_content() or "")
        assert page.evaluate("window.broken") is None
        assert page.locator("img[src=x]").count() == 0
