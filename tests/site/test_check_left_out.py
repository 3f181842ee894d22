"""Questions that make no difference after what is answered: left out, shown, and printed."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from filled_form import Shown
from opened import widen
from playwright.sync_api import Browser, Page, expect
from shown_site import PROJECT, BuildAndShow, BuiltSite

from prevent.loading.load import load_policy

OF_AGENCIES = ("received_on", "organiser", "outline", "presentation", "risk_assessment")
FIVE = "5 questions are left out: after your answers, they make no difference."

LED_TO = """
() => [...document.querySelectorAll("#check-errors a, #answer-body a[href^='#q-']")].map((link) => {
  link.click();
  const at = document.activeElement;
  return at.matches("input, select, textarea, button") && at.getClientRects().length > 0;
})
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 390, "height": 800}) as page:
        page.set_default_timeout(5000)
        yield page


@pytest.fixture
def event(built: BuiltSite, page: Page) -> Shown:
    page.goto(f"{built.url}/check-event.html")
    return Shown(page)


def who_asks(shown: Shown, who: str) -> None:
    shown.page.get_by_role("group", name="Who is asking?").get_by_label(who).check()


def asked(page: Page) -> list[str]:
    """The questions that can be seen, by their ids in a request."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("#check-form .check__part > .q[data-field]")]
          .filter((each) => each.getClientRects().length).map((each) => each.dataset.field)"""
    )
    return found


def said(page: Page) -> str:
    return page.locator("#check-fewer p").inner_text()


def test_what_makes_no_difference_is_left_out_and_counted(event: Shown) -> None:
    page = event.page
    every = asked(page)
    assert said(page) == "As you answer, questions that make no difference are left out."
    who_asks(event, "A member of staff")
    assert asked(page) == [each for each in every if each not in OF_AGENCIES]
    assert said(page) == FIVE
    who_asks(event, "An external agency")
    assert asked(page) == every
    assert "5" not in said(page)


def test_every_question_can_be_shown_by_keyboard_and_says_that_it_makes_no_difference(
    event: Shown,
) -> None:
    page = event.page
    every = asked(page)
    who_asks(event, "A member of staff")
    button = page.locator("#check-fewer-all")
    assert button.inner_text() == "Show every question"
    # It comes right after the questions that every request answers.
    page.locator("#q-date-year").focus()
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    assert asked(page) == every
    assert said(page) == (
        "Every question is shown. After your answers, 5 of them make no difference."
    )
    marked = page.locator(".q__needless:visible")
    assert marked.all_inner_texts() == ["An answer makes no difference here."] * 5
    outline = page.get_by_role("group", name="Has the agency shared an outline of the event?")
    expect(outline).to_have_accessible_description("An answer makes no difference here.")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    assert said(page) == FIVE
    assert len(asked(page)) == len(every) - 5


def test_an_answer_that_makes_no_difference_any_more_stays_and_says_so(event: Shown) -> None:
    page = event.page
    who_asks(event, "An external agency")
    page.get_by_label("What is it called?").fill("A talk")
    event.date("q-date", "20", "4", "2027")
    outline = page.locator("#q-outline")
    outline.get_by_label("Withheld").check()
    who_asks(event, "A member of staff")
    assert "outline" in asked(page)
    words = outline.locator(".q__needless")
    assert words.inner_text() == "Your answer makes no difference here. It stays in the request."
    assert said(page).startswith("4 questions are left out")
    event.status()
    page.evaluate("void (navigator.clipboard.writeText = () => Promise.reject(new Error('no')))")
    page.get_by_role("button", name="Copy the request file").click()
    assert "outline: withheld" in page.get_by_label("The request file", exact=True).input_value()
    outline.get_by_role("button", name="Clear this answer").click()
    # The focus is in it: it goes once the focus does.
    event.status()
    assert "outline" in asked(page)
    page.get_by_label("What is it called?").focus()
    expect(outline).to_be_hidden()
    who_asks(event, "An external agency")
    assert not words.is_visible()


def test_each_speaker_decides_what_is_asked(event: Shown) -> None:
    page = event.page
    who_asks(event, "A member of staff")
    page.get_by_role("button", name="Add a speaker").click()
    speaker = page.locator("#q-speakers > .items > .item").first
    speaker.get_by_label("What is the speaker's name?").fill("Ann")
    assert "advice" in asked(page)
    for question, answer in (("values", "Yes"), ("extremism_concern", "No")):
        own = speaker.locator(f"[data-field={question}]")
        own.get_by_label(answer, exact=True).check()
    assert "advice" not in asked(page)
    page.get_by_role("button", name="Add a speaker").click()
    assert "advice" in asked(page)


def test_a_wrong_answer_is_shown_and_no_link_leads_to_what_is_left_out(event: Shown) -> None:
    page = event.page
    who_asks(event, "An external agency")
    event.date("q-received_on", "31", "2", "2027")
    page.locator("#q-risk_assessment-completed-day").fill("7")
    who_asks(event, "A member of staff")
    event.status()
    page.get_by_role("button", name="Check it").click()
    assert {"received_on", "risk_assessment"} < set(asked(page))
    assert page.locator("#check-errors a").count() == 4
    # What must be put right is not said to stay as it is.
    assert page.locator(".q__needless:visible").count() == 0
    led = page.evaluate(LED_TO)
    assert led
    assert all(led)


def test_nothing_moves_as_the_focus_leaves_an_emptied_question(event: Shown) -> None:
    page = event.page
    who_asks(event, "An external agency")
    day = page.locator("#q-received_on-day")
    day.fill("7")
    who_asks(event, "A member of staff")
    day.press("End")
    day.press("Backspace")
    notes = page.locator("#q-notes-answer")
    # Whatever is pressed next is where it was while the button of the mouse is down.
    moved = notes.evaluate(
        """(each) => {
          const top = each.getBoundingClientRect().top;
          each.focus({ preventScroll: true });
          return each.getBoundingClientRect().top - top;
        }"""
    )
    assert moved == 0
    expect(page.locator("#q-received_on")).to_be_hidden()
    expect(notes).to_be_focused()


def test_nothing_new_speaks_by_itself(event: Shown) -> None:
    live = event.page.locator("[aria-live], [role=status], [role=alert]")
    before = live.evaluate_all("(all) => all.map((each) => each.id)")
    who_asks(event, "A member of staff")
    event.page.locator("#check-fewer-all").click()
    assert live.evaluate_all("(all) => all.map((each) => each.id)") == before
    assert event.page.locator("#check-fewer").get_attribute("role") is None


@pytest.mark.parametrize("kind", ["event", "booking"])
def test_paper_has_every_question(built: BuiltSite, page: Page, kind: str) -> None:
    page.goto(f"{built.url}/check-{kind}.html")
    who_asks(Shown(page), "A member of staff")
    fewer = asked(page)
    page.emulate_media(media="print")
    on_paper = asked(page)
    every = page.locator("#check-form .check__part > .q[data-field]").count()
    assert len(fewer) < len(on_paper) == every
    assert not page.locator("#check-fewer").is_visible()


def test_a_part_of_which_nothing_is_left_goes_with_its_heading(
    page: Page, tmp_path: Path, build_and_show: BuildAndShow
) -> None:
    shutil.copytree(PROJECT / "policy", tmp_path / "policy")
    leaflets = tmp_path / "policy" / "procedures" / "leaflets.yaml"
    text = leaflets.read_text(encoding="utf-8")
    leaflets.write_text(text.replace("approvals, advice, notes", "approvals, notes"), "utf-8")
    site = build_and_show(load_policy(tmp_path / "policy"))
    page.goto(f"{site.url}/check-leaflet.html")
    done = page.get_by_role("heading", name="What has been done already")
    assert done.is_visible()
    who_asks(Shown(page), "A member of staff")
    page.locator("#q-source input[value=dmm]").check()
    expect(done).to_be_hidden()
    page.emulate_media(media="print")
    expect(done).to_be_visible()
    page.emulate_media(media="screen")
    page.locator("#q-source input[value=external-agency]").check()
    expect(done).to_be_visible()


def test_nothing_is_left_out_before_the_script_runs(built: BuiltSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{built.url}/check-event.html")
        assert page.locator("#check-form :is(.q, .check__part)[hidden]").count() == 0
        assert not page.locator("#check-fewer").is_visible()


def test_the_form_fits_the_screen_with_questions_left_out(event: Shown) -> None:
    who_asks(event, "A member of staff")
    for width in (320, 390, 1280):
        widen(event.page, width)
        wide = event.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width
