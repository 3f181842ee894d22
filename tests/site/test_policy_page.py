from pathlib import Path

from playwright.sync_api import Browser
from shown_site import BuiltSite

from prevent.policy.model import Policy

STATEMENTS = Path(__file__).parents[2] / "policy" / "source" / "statements.tsv"
WORDS = """
() => [...document.querySelectorAll(".policy-text [data-statement]")]
    .map(each => [each.dataset.statement, each.id, each.textContent])
"""
TEXT_ALONE = """
() => {
  document.querySelectorAll(".added, .permalink, .clause-number").forEach(each => each.remove());
  return document.querySelector(".policy-text").innerText;
}
"""


def issued() -> list[tuple[str, str]]:
    lines = STATEMENTS.read_text(encoding="utf-8").splitlines()
    found = [(line.split("\t")[0], line.split("\t")[-1]) for line in lines]
    return [
        (number, text) for number, text in found if number.startswith("S") and number[1:].isdigit()
    ]


def test_every_statement_is_there_in_order_and_word_for_word(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        shown = page.evaluate(WORDS)
    assert len(issued()) == 89
    assert shown == [[number, number.lower(), text] for number, text in issued()]


def test_without_what_is_added_the_page_reads_as_the_issued_document(
    built: BuiltSite, browser: Browser
) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        text = page.evaluate(TEXT_ALONE)
    assert text.split() == " ".join(text for _, text in issued()).split()


def test_whatever_is_marked_as_the_policy_s_words_on_any_page_is(
    built: BuiltSite, browser: Browser
) -> None:
    statements = dict(issued())
    quoted = 0
    with browser.new_page() as page:
        for path in built.pages:
            page.goto(f"{built.url}/{path}")
            for number, text in page.evaluate(
                "() => [...document.querySelectorAll('.policy-words, [data-statement]')]"
                ".map(each => [each.dataset.statement, each.textContent])"
            ):
                assert text == statements[number], path
                quoted += 1
            quotations = page.locator("blockquote.policy-quote > p:not(:has(> small))")
            words = page.locator("blockquote.policy-quote > p > .policy-words:only-child")
            assert quotations.count() == words.count(), path
    assert quoted > 89


def test_every_clause_and_statement_can_be_linked_to(
    built: BuiltSite, browser: Browser, policy: Policy
) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        ids = set(
            page.evaluate("() => [...document.querySelectorAll('[id]')].map(each => each.id)")
        )
    assert {f"clause-{clause.number.replace('.', '-')}" for clause in policy.clauses} <= ids
    assert {number.lower() for number, _ in issued()} <= ids


def test_statements_stand_as_the_document_has_them(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        forms = {
            number: page.locator(f"#{number}").evaluate(
                "each => each.closest('li,blockquote,h2,h3,p').tagName"
            )
            for number in ("s01", "s02", "s09", "s27", "s30", "s43")
        }
        assert page.locator("ol:has(#s30) > li").count() == 6
        assert page.locator("p:has(#s02) [data-statement]").count() == 3
    assert forms["s09"] == forms["s30"] == "LI"
    assert (forms["s01"], forms["s43"]) == ("H2", "H3")


def test_on_paper_only_the_policy_is_left(built: BuiltSite, browser: Browser) -> None:
    with browser.new_page() as page:
        page.goto(f"{built.url}/policy.html")
        page.emulate_media(media="print")
        for unwanted in (".md-header", ".site-nav", ".policy-text .added"):
            assert not page.locator(unwanted).first.is_visible()
        assert page.locator("#s89").is_visible()
        assert page.locator(".site-footer").is_visible()
