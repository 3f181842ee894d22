"""The ten things staff come for, walked on a phone: at most two clicks, answered at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuiltSite

from prevent.policy.model import Policy

PHONE = {"width": 360, "height": 640}


@dataclass(frozen=True)
class Walk:
    """What somebody wants, the links they follow from the home page, and what answers them."""

    wants: str
    clicks: tuple[str, ...]
    answer: tuple[str, ...]


WALKS = (
    Walk(
        "invite a speaker",
        ("Invite a speaker",),
        ("The Managing Director authorises guest speakers", "The Managing Director agrees."),
    ),
    Walk(
        "an outside agency wants to hold an event",
        ("An outside agency wants to hold an event",),
        ("External agencies give a month's notice", "At least 1 calendar month lies between"),
    ),
    Walk(
        "a charity's leaflet",
        ("Hand out a leaflet from a charity",),
        (
            "The Managing Director and the Quality Director both agree, on or before the first day",
            "When an external agency produced it",
        ),
    ),
    Walk(
        "a learner's poster",
        ("A learner wants to put up a poster",),
        (
            "The Managing Director and the Quality Director both agree, on or before the first day",
            "it is related to the learner's programme of study",
        ),
    ),
    Walk(
        "let a room",
        ("Let a room",),
        ("A risk assessment is completed on or before the day it takes place.",),
    ),
    Walk(
        "unsure about a speaker",
        ("I am unsure about a speaker",),
        ("Advice is sought from the Managing Director or the Quality Director.",),
    ),
    Walk(
        "worried about a learner",
        ("I am worried about a learner",),
        ("What to do now", "999", "through the safeguarding procedures."),
    ),
    Walk(
        "who decides when someone is away",
        ("Who decides when someone is away?",),
        (
            "Only the decision whether a concern is raised with an external agency",
            "The policy names nobody who can act instead in these steps:",
            "Both directors agree first",
        ),
    ),
    Walk(
        "what training must I do",
        ("What training must I do?",),
        ("Complete safeguarding training that includes awareness of radicalisation",),
    ),
    Walk(
        "is this the current version",
        ("Is this the current version?",),
        ("The review is overdue by 3 years and 8 months", "February 2022"),
    ),
)

IN_SIGHT = """
said => {
  const holds = each => each.textContent.replace(/\\s+/g, " ").includes(said);
  const places = [...document.querySelectorAll("article *")].filter(
    each => holds(each) && ![...each.children].some(holds)
  );
  const bar = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const boxes = places.map(each => each.getBoundingClientRect());
  return boxes.some(box => box.height && box.top >= bar - 1 && box.bottom <= innerHeight)
    ? "in sight"
    : boxes.map(box => `${box.top} to ${box.bottom}`).join("; ") || "not on the page";
}
"""


@pytest.fixture(params=[True, False], ids=["with scripts", "without"])
def phone(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, java_script_enabled=request.param) as context:
        yield context.new_page()


@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.wants)
def test_the_answer_is_at_most_two_clicks_away_and_in_the_first_screen(
    built: BuiltSite, phone: Page, walk: Walk
) -> None:
    phone.goto(f"{built.url}/index.html")
    assert len(walk.clicks) <= 2
    for words in walk.clicks:
        link = phone.get_by_role("main").get_by_role("link", name=words, exact=True)
        assert link.is_visible()
        link.click()
    phone.wait_for_timeout(150)
    for said in walk.answer:
        assert phone.evaluate(IN_SIGHT, said) == "in sight", said


def test_the_home_page_asks_what_they_want_and_lists_all_ten(
    built: BuiltSite, phone: Page, policy: Policy
) -> None:
    phone.goto(f"{built.url}/index.html")
    assert phone.get_by_role("heading", level=1).inner_text() == "What do you want to do?"
    listed = phone.locator("ul.tasks a").all_inner_texts()
    assert listed == [task.title for task in policy.tasks]
    assert {walk.clicks[0] for walk in WALKS} == set(listed)


def test_a_worry_has_no_form_and_the_page_says_why(built: BuiltSite, phone: Page) -> None:
    phone.goto(f"{built.url}/policy.html")
    phone.get_by_role("banner").get_by_role("link", name="Report a concern").click()
    article = phone.get_by_role("article")
    headings = article.get_by_role("heading", level=2).all_inner_texts()
    assert headings[0] == "What to do now"
    assert article.locator("form, input, textarea, select, button").count() == 0
    assert "There is no form on this page, on purpose." in article.inner_text()


def test_a_task_leads_on_to_every_step_and_to_the_check(built: BuiltSite, phone: Page) -> None:
    phone.goto(f"{built.url}/tasks/let-a-room.html")
    main = phone.get_by_role("main")
    main.get_by_role("link", name="Check a booking now").click()
    assert phone.url.endswith("/check-booking.html")
    phone.go_back()
    main.get_by_role("link", name="Bookings of rooms and facilities").first.click()
    assert phone.url.endswith("/procedures/bookings.html")


def test_a_task_that_shows_some_of_the_steps_says_how_many_more_there_are(
    built: BuiltSite, desk: Page
) -> None:
    desk.goto(f"{built.url}/tasks/let-a-room.html")
    article = desk.get_by_role("article")
    text = " ".join(article.inner_text().split())
    assert article.locator("ol.answer > li").count() == 3
    assert text.index("The main steps") < text.index("External bookings are risk-assessed")
    assert "There are 7 more: see every step, with examples, in Bookings of rooms" in text
    desk.goto(f"{built.url}/tasks/charity-leaflet.html")
    whole = article.inner_text()
    assert "The main steps" not in whole
    assert "more: see every step" not in whole
    assert "Every step, with examples: Leaflets" in whole


WORDS = [
    ("visitor", "tasks/invite-a-speaker.html"),
    ("guest", "tasks/invite-a-speaker.html"),
    ("speaker", "tasks/invite-a-speaker.html"),
    ("flyer", "tasks/charity-leaflet.html"),
    ("leaflet", "tasks/charity-leaflet.html"),
    ("poster", "tasks/learner-poster.html"),
    ("room", "tasks/let-a-room.html"),
    ("booking", "tasks/let-a-room.html"),
    ("hire", "tasks/let-a-room.html"),
    ("worried", "concern.html"),
    ("concern", "concern.html"),
    ("referral", "concern.html"),
    ("absent", "roles.html"),
    ("out of date", "review.html"),
    ("flyer", "procedures/leaflets.html"),
]


def test_a_search_for_the_words_staff_use_finds_the_page(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page(viewport={"width": 1280, "height": 700}) as page:
        page.goto(f"{built.url}/index.html")
        field = page.get_by_role("textbox", name="Search")
        for words, path in WORDS:
            field.fill("")
            field.press_sequentially(words)
            found = page.locator(f".md-search-result__link[href*='{path}']").first
            found.wait_for(timeout=5000)


def test_other_words_for_a_page_stand_in_one_line_at_its_end(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    [task] = [each for each in policy.tasks if each.id == "let-a-room"]
    desk.goto(f"{built.url}/tasks/let-a-room.html")
    line = f"Also called: {', '.join(task.also_called)}"
    assert desk.get_by_role("article").inner_text().strip().endswith(line)
