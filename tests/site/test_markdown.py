from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prevent.faults import Place
from prevent.policy.model import Definition, Statement
from prevent.site.markdown import (
    abbreviations,
    link,
    literal,
    policy_words,
    preformatted,
    telephone,
    with_code,
)

EXTENSIONS = ["abbr", "attr_list", "md_in_html", "tables", "toc"]
HOSTILE = [
    "<script>alert(1)</script>",
    "{{ policy }} {% raw %} {# note #}",
    "*stars* and _lines_ and **more**",
    "[x](https://example.org) ![y](z.png) [x]: y",
    "# not a heading",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "12) nor this",
    "a | b | c",
    "```not code```",
    "a\\b \\* \\&amp; &lt; &#42;",
    "    not code either",
    "> not a quotation",
    "*[HTML]: not an abbreviation",
    "{: #not-an-anchor .nor-a-class }",
    "---",
    "===",
    "text\n===\n\nmore",
    '" onmouseover="alert(1)" x="',
    "!!! note",
    "\x02amp\x03 \x02wzxhzdk:0\x03",
]


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(source: str) -> _Text:
    parser = _Text()
    parser.feed(markdown.markdown(source, extensions=EXTENSIONS))
    parser.close()
    return parser


def statement(text: str) -> Statement:
    return Statement("S1", text, "paragraph", "narrative", "1", Place("clauses.yaml"))


def seen(text: str) -> str:
    return "".join("\ufffd" if char < " " and char not in "\t\n\r" else char for char in text)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_the_policy_is_shown_character_by_character(text: str) -> None:
    shown = read(str(policy_words(statement(text))))
    assert (shown.tags, shown.text) == (["p", "span"], seen(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_our_own_text_is_shown_as_it_is_too(text: str) -> None:
    shown = read(str(literal(text)))
    assert shown.tags == ["p"]
    assert shown.text.strip() == seen(text).strip()


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x7f\r")))
def test_any_text_is_shown_character_by_character(text: str) -> None:
    shown = read(f"before {policy_words(statement(text))} after")
    assert shown.tags == ["p", "span"]
    assert shown.text == f"before {seen(text)} after"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_in_a_cell_of_a_table_stays_in_it(text: str) -> None:
    shown = read(f"| a | b |\n|---|---|\n| {literal(text)} | {literal(text)} |\n")
    assert shown.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert shown.text.count(seen(text).strip()) == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_text_between_pre_tags_keeps_its_lines(text: str) -> None:
    shown = read(f"<pre><code>{preformatted(text)}</code></pre>")
    assert (shown.tags, shown.text.strip("\n")) == (["pre", "code"], seen(text))


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "data:text/html,x", "tel:javascript", "mailto:x@example.org"]
)
def test_only_web_pages_and_telephones_become_links(target: str) -> None:
    assert str(link("text", target)) == "text"


def test_a_link_keeps_its_address_whatever_is_in_it() -> None:
    shown = markdown.markdown(str(link("text", "https://example.org/x_(y)?q=*a*\\b")))
    assert shown == '<p><a href="https://example.org/x_%28y%29?q=*a*%5Cb">text</a></p>'


def test_an_address_with_a_space_is_no_address() -> None:
    assert str(link("text", "https://example.org/a b")) == "text"


def test_the_words_of_a_link_are_shown_as_they_are() -> None:
    shown = read(str(link("a](b) [c]", "https://example.org/")))
    assert (shown.tags, shown.text) == (["p", "a"], "a](b) [c]")


def test_a_number_dials_without_its_spaces() -> None:
    assert str(telephone("0800 789 321")) == "[0800 789 321](tel:0800789321)"


def test_words_between_backticks_are_code() -> None:
    assert read(str(with_code("write `{a | b}` here"))).tags == ["p", "code"]


def test_a_term_is_found_as_a_whole_word_in_its_own_case_and_the_longest_first() -> None:
    terms = [
        Definition("a", "Prevent", (), (), 'The "strategy" & <more>'),
        Definition("b", "Prevent duty", (), (), "The duty"),
    ]
    source = f"A Prevent duty, Prevent, prevent, Prevented.\n\n{abbreviations(terms, {})}\n"
    shown = markdown.markdown(source, extensions=["abbr"])
    assert shown == (
        '<p>A <abbr title="The duty">Prevent duty</abbr>, '
        '<abbr title="The &quot;strategy&quot; &amp; &lt;more&gt;">Prevent</abbr>, '
        "prevent, Prevented.</p>"
    )
