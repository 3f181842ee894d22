"""What we write on the site, as against the policy's own words, is plain to read."""

from __future__ import annotations

import pytest
from prose import Prose, prose_of, words_in
from shown_site import BuiltSite

from prevent.policy.model import Policy

LONGEST_AVERAGE = 20
COMMON = {"GB", "IT", "KB", "MB", "PDF", "UK"}
NAMES = {"ACT", "CONTEST", "ITV", "YARN"}
"""Names that are written in capitals: a support line, a strategy, a broadcaster, a scheduler."""


@pytest.fixture(scope="module")
def read(built: BuiltSite) -> dict[str, Prose]:
    """The prose of every page."""
    return {
        path: prose_of((built.folder / path).read_text(encoding="utf-8")) for path in built.pages
    }


def test_a_sentence_has_fewer_than_twenty_words_on_average(read: dict[str, Prose]) -> None:
    assert all(prose.sentences for prose in read.values())
    too_long = [
        f"{path}: {prose.average:.1f} words a sentence. Its longest:\n"
        + "\n".join(f"  {words_in(each)}: {each}" for each in prose.longest(3))
        for path, prose in read.items()
        if prose.average >= LONGEST_AVERAGE
    ]
    assert not too_long, "\n".join(too_long)


def test_no_acronym_is_left_unexplained(read: dict[str, Prose], policy: Policy) -> None:
    defined = " ".join(term for each in policy.definitions for term in (each.term, *each.also))
    known = COMMON | NAMES | set(defined.split()) | {policy.issue.short_name}
    unexplained = {
        path: sorted(prose.acronyms() - known)
        for path, prose in read.items()
        if prose.acronyms() - known
    }
    assert not unexplained


PAGE = """
<p>Nobody counts the words of the menu, nor those of the last lines.</p>
<article><h1>A heading</h1>
<p>Two words. And <em>three</em> more, of the ABC. Ask the Board of Trade (BOT).</p>
<blockquote class="policy-quote"><p>The policy may write as it likes, OK.</p></blockquote>
<ul><li>no sentence at all<li>One more sentence.</ul>
<table><tr><td>A cell of data.</td></tr></table>
<input><p>It says <code>a b c d.</code> there.</p></article><p>NOT here.</p>
"""


def test_what_is_counted_is_our_prose_alone() -> None:
    prose = prose_of(PAGE)
    assert [words_in(each) for each in prose.sentences] == [2, 6, 6, 3, 4]
    assert prose.average == 21 / 5
    assert prose.longest(1)[0].startswith("And three more")
    assert prose.acronyms() == {"ABC"}
