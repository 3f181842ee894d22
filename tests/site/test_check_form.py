"""What happens on the form as it is filled in: items, hidden questions, errors, the live answer."""

from collections.abc import Iterator

import pytest
from filled_form import Shown
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

KINDS = ("event", "leaflet", "booking")
NOON = "2027-01-15T12:00:00"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_page(viewport={"width": 360, "height": 740}) as page:
        page.set_default_timeout(5000)
        yield page


@pytest.fixture
def event(built: BuiltSite, page: Page) -> Shown:
    page.clock.set_fixed_time(NOON)
    page.goto(f"{built.url}/check-event.html")
    return Shown(page)


@pytest.fixture
def booking(built: BuiltSite, page: Page) -> Shown:
    page.goto(f"{built.url}/check-booking.html")
    return Shown(page)


def answer_what_is_needed(shown: Shown, who: str = "An external agency") -> None:
    shown.page.get_by_label("What is it called?").fill("A talk")
    shown.page.get_by_role("group", name="Who is asking?").get_by_label(who).check()
    shown.date("q-date", "20", "4", "2027")


def focused(page: Page) -> str:
    words: str = page.evaluate("document.activeElement.textContent.trim().split(/\\s*\\n/)[0]")
    return words


def test_the_questions_to_answer_first_are_told_and_lead_to_their_fields(event: Shown) -> None:
    assert event.status() == "No answer yet: 3 questions to answer first"
    first = event.page.locator(".answer__first a")
    assert first.all_inner_texts() == [
        "What is it called?",
        "Who is asking?",
        "On which day is it?",
    ]
    first.nth(2).click()
    assert event.page.evaluate("document.activeElement.id") == "q-date-day"


def test_the_answer_is_announced_in_one_line_and_only_when_it_changes(event: Shown) -> None:
    place = event.page.locator("#check-status")
    assert place.get_attribute("role") == "status"
    event.page.evaluate(
        """() => {
          window.heard = [];
          const place = document.getElementById("check-status");
          new MutationObserver(() => window.heard.push(place.textContent))
            .observe(place, { childList: true, characterData: true, subtree: true });
        }"""
    )
    answer_what_is_needed(event)
    event.status()
    event.page.get_by_label("What is your own reference for it?").fill("EV-1")
    event.status()
    event.page.get_by_role("group", name="Who is asking?").get_by_label("A learner").check()
    event.status()
    heard = event.page.evaluate("window.heard")
    assert heard[-2:] == ["Not yet: 4 things to do", "Can go ahead"]
    assert len(set(heard)) == len(heard)


def test_the_day_of_the_check_is_today_where_the_person_is(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_context(timezone_id="Pacific/Auckland") as context:
        page = context.new_page()
        page.clock.set_fixed_time("2027-01-15T20:00:00Z")
        page.goto(f"{built.url}/check-event.html")
        day = page.locator("#as-of input")
        assert [each.input_value() for each in day.all()] == ["16", "1", "2027"]


def test_the_day_of_the_check_can_be_changed(event: Shown) -> None:
    answer_what_is_needed(event)
    assert "earliest date that would do is 15 February 2027" in str(event.decision()["findings"])
    event.date("as-of", "1", "3", "2027")
    assert "earliest date that would do is 1 April 2027" in str(event.decision()["findings"])
    assert "the answer for 1 March 2027" in event.page.locator("#answer").inner_text()


def test_speakers_come_and_go_and_the_focus_goes_with_them(event: Shown) -> None:
    page = event.page
    add = page.get_by_role("button", name="Add a speaker")
    for name in ("Ann", "Bo", "Cy"):
        add.click()
        assert focused(page).startswith("Speaker")
        page.keyboard.press("Tab")
        page.keyboard.type(name)
    speakers = page.locator("#q-speakers > .items > .item")
    page.get_by_role("button", name="Remove speaker 2").click()
    assert speakers.locator("legend .item__title").all_inner_texts() == ["Speaker 1", "Speaker 2"]
    names = speakers.get_by_label("What is the speaker's name?")
    assert [each.input_value() for each in names.all()] == ["Ann", "Cy"]
    assert focused(page) == "Speaker 2"
    page.get_by_role("button", name="Remove speaker 2").click()
    assert focused(page) == "Speaker 1"
    page.get_by_role("button", name="Remove speaker 1").click()
    assert focused(page) == "Add a speaker"


def test_each_speaker_is_answered_for_alone(event: Shown) -> None:
    answer_what_is_needed(event, "A member of staff")
    for index, name in enumerate(("Ann", "Bo")):
        event.page.get_by_role("button", name="Add a speaker").click()
        item = event.page.locator("#q-speakers > .items > .item").nth(index)
        item.get_by_label("What is the speaker's name?").fill(name)
        item.get_by_label("A person has looked, and they are in keeping").or_(
            item.get_by_label("Yes", exact=True)
        ).first.check()
    assert event.page.locator("#q-speakers input[type=radio]:checked").count() == 2
    messages = [each["message"] for each in event.decision()["findings"]]
    assert [each for each in messages if each.startswith(("Ann:", "Bo:"))] == [
        "Ann: say whether the speaker may wish to promote extremist views.",
        "Bo: say whether the speaker may wish to promote extremist views.",
    ]


def test_what_is_wrong_is_told_beside_the_question_and_at_the_top(event: Shown) -> None:
    page = event.page
    event.date("q-received_on", "31", "2", "2027")
    page.get_by_label("What is your own reference for it?").focus()
    event.status()
    words = "'2027-02-31' is not a date in the calendar. February 2027 has 28 days."
    beside = page.locator("#q-received_on-error")
    assert beside.inner_text() == words
    for part in ("day", "month", "year"):
        assert page.locator(f"#q-received_on-{part}").get_attribute("aria-invalid") == "true"
    assert "q-received_on-error" in str(
        page.locator("#q-received_on").get_attribute("aria-describedby")
    )
    page.get_by_role("button", name="Check it").click()
    top = page.locator("#check-errors")
    assert page.evaluate("document.activeElement.id") == "check-errors"
    assert top.get_by_role("link").all_inner_texts() == [
        "What is it called? Answer this.",
        "Who is asking? Answer this.",
        "On which day is it? Answer this.",
        f"On which day did the request reach the organisation? {words}",
    ]
    top.get_by_role("link").nth(3).click()
    assert page.evaluate("document.activeElement.id") == "q-received_on-day"
    event.date("q-received_on", "28", "2", "2027")
    event.status()
    assert not beside.is_visible()


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("27", "Write the year with four digits, such as 2026."),
        ("soon", "Write the day, the month and the year, such as 20 4 2026."),
    ],
)
def test_a_year_of_two_digits_is_told_to_have_four(event: Shown, year: str, said: str) -> None:
    event.date("q-date", "20", "4", year)
    event.page.get_by_label("What is it called?").focus()
    event.status()
    assert said in event.page.locator("#q-date-error").inner_text()


def test_an_error_is_not_told_while_the_date_is_still_being_typed(event: Shown) -> None:
    event.page.locator("#q-date-day").focus()
    event.page.keyboard.type("20")
    event.status()
    assert not event.page.locator("#q-date-error").is_visible()
    event.page.get_by_label("What is it called?").focus()
    event.status()
    assert event.page.locator("#q-date-error").is_visible()


def test_a_month_may_be_written_as_a_word(event: Shown) -> None:
    answer_what_is_needed(event)
    event.page.locator("#q-date-month").fill("April")
    assert event.status() == "Not yet: 4 things to do"


def test_questions_for_one_case_are_asked_only_then(booking: Shown) -> None:
    page = booking.page
    speakers = page.get_by_role("group", name="Who is going to speak?")
    assert not speakers.is_visible()
    hosts = page.get_by_role("group", name="Will an event be held there?")
    hosts.get_by_label("Yes").check()
    speakers.wait_for()
    page.get_by_role("group", name="Has the agency shared an outline").get_by_label(
        "Shared"
    ).check()
    hosts.get_by_label("No", exact=True).check()
    page.get_by_text("Not asked now, so left out of the request: Outline.").wait_for()
    assert not speakers.is_visible()
    hosts.get_by_label("Yes").check()
    speakers.wait_for()
    assert not page.get_by_text("left out of the request").is_visible()


def test_an_answer_that_need_not_be_given_can_be_taken_back(event: Shown) -> None:
    page = event.page
    outline = page.get_by_role("group", name="Has the agency shared an outline of the event?")
    outline.get_by_label("Withheld").check()
    outline.get_by_role("button", name="Clear this answer").click()
    assert outline.locator("input:checked").count() == 0
    assert page.evaluate("document.activeElement.type") == "radio"


def test_every_field_has_a_name_and_every_error_and_hint_a_field(
    built: BuiltSite, page: Page
) -> None:
    for kind in KINDS:
        page.goto(f"{built.url}/check-{kind}.html")
        for add in page.locator(".q__add").all():
            if add.is_visible():
                add.click()
        nameless = page.evaluate(
            """() => [...document.querySelectorAll("#check-form :is(input, select, textarea)")]
              .filter((each) => !each.labels.length || !each.labels[0].textContent.trim())
              .map((each) => each.id)"""
        )
        assert nameless == []
        dangling = page.evaluate(
            """() => [...document.querySelectorAll("#check [aria-describedby]")]
              .flatMap((each) => each.getAttribute("aria-describedby").split(" "))
              .filter((id) => !document.getElementById(id))"""
        )
        assert dangling == []
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((each) => each.id)")
        assert len(ids) == len(set(ids))


def test_hostile_text_stays_text(event: Shown) -> None:
    hostile = "<img src=x onerror=window.broken=1><script>window.broken=1</script> {{7*7}} **x**"
    answer_what_is_needed(event)
    event.page.get_by_label("What is it called?").fill(hostile)
    event.page.get_by_role("button", name="Add a speaker").click()
    event.page.get_by_label("What is the speaker's name?").locator("visible=true").fill(hostile)
    assert event.decision()["findings"][0]["message"].startswith(hostile)
    event.page.evaluate("void (window.print = () => {})")
    event.page.get_by_role("button", name="Print a summary to sign").click()
    assert event.page.locator(".sheet__title").text_content() == f"Event: {hostile}"
    assert event.page.evaluate("window.broken") is None
    assert event.page.locator("img[src=x]").count() == 0


def test_nothing_is_asked_of_the_network_while_the_form_is_used(
    built: BuiltSite, browser: Browser
) -> None:
    for kind in KINDS:
        with browser.new_page() as page:
            page.goto(f"{built.url}/check-{kind}.html")
            page.wait_for_load_state("networkidle")
            asked: list[str] = []
            wrong: list[str] = []
            page.on("request", lambda each: asked.append(each.url))  # noqa: B023 (used in this turn)
            page.on("pageerror", lambda each: wrong.append(str(each)))  # noqa: B023 (as above)
            page.get_by_role("button", name="Show every question").click()
            for each in page.locator("#check-form input[type=radio]:visible").all():
                each.check()
            for text in page.locator("#check-form input[type=text]:visible").all():
                text.fill("12")
            for button in ("Check it", "Copy the request file", "Download the request file"):
                page.get_by_role("button", name=button).click()
            page.wait_for_timeout(500)
            assert [each for each in asked if not each.startswith("blob:")] == []
            assert wrong == []
            kept = page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]")
            assert kept[0] == ""


BEGINS_IN_SIGHT = """
(id) => {
  const top = document.getElementById(id).getBoundingClientRect().top;
  return top >= document.querySelector(".md-header").getBoundingClientRect().bottom - 1
    && top < innerHeight / 2;
}
"""


@pytest.mark.parametrize("width", [360, 1280])
def test_who_asks_sees_the_beginning_of_the_answer_or_of_the_errors(
    event: Shown, width: int
) -> None:
    event.page.set_viewport_size({"width": width, "height": 640})
    button = event.page.get_by_role("button", name="Check it")
    button.click()
    assert event.page.evaluate(BEGINS_IN_SIGHT, "check-errors")
    answer_what_is_needed(event)
    # On a desk the answer scrolls by itself: its end must not be what is seen.
    event.page.get_by_label("Choose a request file").scroll_into_view_if_needed()
    button.click()
    assert event.page.evaluate(BEGINS_IN_SIGHT, "answer")
