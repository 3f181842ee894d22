"""The organisation's own look, its posters, and the words it explains."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page
from shown_site import BuildAndShow, BuiltSite

from prevent.policy.colours import contrast, darkened
from prevent.policy.model import Policy
from prevent.policy.staff_pages import Look
from prevent.site.look import STYLES, look_files

LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 9"><path d="M0 0h20v9z"/></svg>'

GROUNDS = {
    "ground",
    "ground-soft",
    "ground-foot",
    "accent-soft",
    "notice",
    "allowed-soft",
    "action-soft",
    "referred-soft",
    "refused-soft",
}
"""What may be behind words."""

COLOURS = """
() => {
  const style = getComputedStyle(document.body);
  const names = [...style].filter((name) => name.startsWith("--site-"));
  return Object.fromEntries(names.map((name) => [name.slice(7), style.getPropertyValue(name)]));
}
"""
"""Those of ``site.css`` and ``look.css`` that hold now, by name."""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 360, "height": 640}, has_touch=True) as context:
        yield context.new_page()


def test_name_colour_logo_and_address_are_the_organisation_s_own(
    build_and_show: BuildAndShow, desk: Page, policy: Policy
) -> None:
    look = Look("The Harbour School", "#7a1f5c", "look/logo.svg", LOGO)
    issue = replace(policy.issue, look=look, feedback="policy@harbour.example")
    site = build_and_show(replace(policy, issue=issue))
    for path in ("index.html", "procedures/events.html", "404.html"):
        desk.goto(f"{site.url}/{path}")
        assert desk.locator(".site-header__title").inner_text() == "The Harbour School"
        logo = desk.locator(".site-header__logo")
        assert logo.evaluate("each => each.complete && each.naturalWidth > 0"), path
        bar = desk.locator(".md-header").evaluate(
            "each => getComputedStyle(each).borderBottomColor"
        )
        assert bar == "rgb(122, 31, 92)"
        mail = desk.locator("footer a[href^='mailto:']")
        assert mail.get_attribute("href") == "mailto:policy@harbour.example"
    assert (site.folder / "assets" / "logo.svg").read_bytes() == LOGO


def test_without_an_address_there_is_no_mail_link(built: BuiltSite, desk: Page) -> None:
    desk.goto(f"{built.url}/review.html")
    assert desk.locator("a[href^='mailto:']").count() == 0


def test_links_can_be_read_in_any_colour_that_is_allowed(
    build_and_show: BuildAndShow, browser: Browser, policy: Policy
) -> None:
    looks = {
        accent: Look(accent=darkened(accent))
        for accent in ("#777777", "#d4351c", "#00703c", "#1d70b8", "#000000")
    }
    site = build_and_show(replace(policy, issue=replace(policy.issue, look=looks["#777777"])))
    sheet = site.folder / STYLES
    assert sheet.read_text(encoding="utf-8") == look_files(looks["#777777"])[STYLES]
    for accent, look in looks.items():
        # It is all that a colour makes different.
        sheet.write_text(str(look_files(look)[STYLES]), encoding="utf-8")
        with browser.new_page() as page:
            page.goto(f"{site.url}/index.html")
            can_be_read(page, accent, look.accent)


def can_be_read(page: Page, accent: str, own: str) -> None:
    styles = "each => getComputedStyle(each).color"
    link = page.locator(".more a").first.evaluate(styles)
    colour = "#" + "".join(f"{int(each):02x}" for each in re.findall(r"\d+", link)[:3])
    for ground in ("#ffffff", "#fff3d1", "#eef1f3", "#f6f8f9", "#f1f8f3"):
        assert contrast(colour, ground) >= 4.5, (accent, ground)
    assert page.evaluate(COLOURS)["accent"] == own
    # In the dark the colour is a link's as well as a button's, which is written on as the page is.
    page.emulate_media(color_scheme="dark")
    colours = page.evaluate(COLOURS)
    page.emulate_media(color_scheme="light")
    assert colours["accent"] == colours["link"], accent
    assert colours["accent"] != own, accent
    grounds = {each: colours[each] for each in colours if each in GROUNDS}
    assert len(grounds) == len(GROUNDS)
    for name, ground in grounds.items():
        assert contrast(colours["link"], ground) >= 4.5, (accent, name)
        assert contrast(colours["ink"], ground) >= 7, (accent, name)
        assert contrast(colours["quiet"], ground) >= 4.5, (accent, name)
        # What only has to be seen, such as the edge of a box to write in.
        assert contrast(colours["edge"], ground) >= 3, (accent, name)


def test_each_procedure_has_a_poster_of_one_side(
    built: BuiltSite, browser: Browser, policy: Policy
) -> None:
    for procedure in policy.procedures:
        with browser.new_page() as page:
            page.goto(f"{built.url}/procedures/{procedure.id}.html")
            page.get_by_role("link", name="The steps as a poster, on one side of A4").click()
            page.wait_for_url("**/posters/*")
            steps = page.locator(".poster__steps > li")
            assert steps.count() == len(policy.rules_for(procedure))
            printed = page.pdf(prefer_css_page_size=True, format="A4")
            assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
            page.emulate_media(media="print")
            assert steps.last.is_visible()
            assert not page.locator("header").is_visible()


def test_steps_that_one_side_cannot_hold_are_said_to_take_several(
    build_and_show: BuildAndShow, desk: Page, policy: Policy
) -> None:
    # One procedure with 30 steps like its own, the others with those about speakers twice.
    rules = tuple(
        replace(rule, id=f"{rule.id}-{number}")
        for number in range(30)
        for rule in policy.rules
        if not number or rule.id == "leaflet-permission" or (number < 2 and "speaker" in rule.id)
    )
    tasks = tuple(replace(task, rules=()) for task in policy.tasks)
    site = build_and_show(replace(policy, rules=rules, tasks=tasks))
    several = "These steps are too many for one side of A4: they print on several."
    for name, link, said in (
        ("events", "The steps as a poster, on one side of A4", "This page prints on one side"),
        ("leaflets", "The steps to print", several),
    ):
        desk.goto(f"{site.url}/procedures/{name}.html")
        desk.get_by_role("link", name=link).click()
        assert said in desk.get_by_role("article").inner_text()
        printed = desk.pdf(prefer_css_page_size=True, format="A4")
        sides = len(re.findall(rb"/Type\s*/Page\b", printed))
        assert sides > 1 if name == "leaflets" else sides == 1


def test_who_decides_is_said_for_each_procedure_and_for_when_they_are_away(
    built: BuiltSite, desk: Page, policy: Policy
) -> None:
    desk.goto(f"{built.url}/roles.html")
    text = " ".join(desk.get_by_role("article").inner_text().split())
    before, _, after = text.partition("When somebody is away The Managing Director is away")
    for procedure in policy.procedures:
        assert procedure.title in before
    assert "Agrees The Managing Director and the Quality Director: Both directors agree" in before
    own, _, quality = after.partition("The Quality Director is away")
    nobody, _, instead = own.partition("The Quality Director can act instead in these steps:")
    assert "It does not extend to leaflets, speakers or anything else. (S79)" in nobody
    assert (
        "nobody who can act instead in these steps: Both directors agree first (leaflet)" in nobody
    )
    assert "The Managing Director authorises guest speakers (event, booking)" in nobody
    assert "If you are unsure of a speaker, ask for advice (event, booking)" in instead
    assert "The policy names no deputy." in quality


def test_an_explained_word_is_reached_by_keyboard_and_by_touch(
    built: BuiltSite, phone: Page
) -> None:
    phone.goto(f"{built.url}/procedures/leaflets.html")
    word = phone.locator("article abbr[tabindex]", has_text="literature").first
    meaning = phone.locator(".term-meaning")
    word.focus()
    phone.keyboard.press("Enter")
    assert "Leaflets and other material for people to read." in meaning.inner_text()
    assert word.get_attribute("aria-expanded") == "true"
    phone.keyboard.press("Escape")
    assert meaning.count() == 0
    assert word.evaluate("each => each === document.activeElement")
    word.tap()
    meaning.get_by_role("link", name="All definitions").click()
    assert phone.url.endswith("/definitions.html")


def test_a_word_is_one_stop_on_a_page_however_often_it_is_used(
    built: BuiltSite, phone: Page
) -> None:
    phone.goto(f"{built.url}/policy.html")
    stops = phone.locator("article abbr[tabindex]")
    titles = stops.evaluate_all("all => all.map(each => each.title)")
    assert len(titles) == len(set(titles))
    assert phone.locator("article abbr").count() > len(titles)


def test_the_page_for_a_wrong_address_offers_the_tasks_and_the_search(
    built: BuiltSite, phone: Page, policy: Policy
) -> None:
    phone.goto(f"{built.url}/404.html")
    article = phone.get_by_role("article")
    links = article.get_by_role("link").all_inner_texts()
    assert {task.title for task in policy.tasks} <= set(links)
    assert "Report a concern" in links
    article.get_by_role("button", name="Search the site").click()
    phone.get_by_role("textbox", name="Search").press_sequentially("poster")
    phone.locator(".md-search-result__link").first.wait_for()


def test_a_procedure_shows_examples_with_their_decisions(built: BuiltSite, desk: Page) -> None:
    desk.goto(f"{built.url}/procedures/leaflets.html")
    text = desk.locator(".example-decision").all_inner_texts()
    assert text == [
        "Free trial at a new gym Must not go ahead\n\nThe Quality Director declined permission."
    ]
