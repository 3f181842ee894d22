"""The sentences that we wrote on a built page: not the policy's words, nor code, nor tables."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BLOCKS = {
    "p", "li", "dd", "dt", "h1", "h2", "h3", "h4", "legend", "label", "summary", "div", "section",
    "fieldset", "ol", "ul", "dl", "blockquote", "article", "button", "figcaption", "small",
}  # fmt: skip
_LEFT_OUT = {"script", "style", "svg", "template", "code", "pre", "table", "textarea", "option"}
_QUOTED = {"policy-quote", "policy-text", "policy-words", "md-source-file", "headerlink"}
_VOID = {"input", "br", "img", "hr", "meta", "link", "wbr"}
_CLOSES = "\u201d\u2019\"')"
_END = re.compile(rf"(?<=[.?!])[{_CLOSES}]*\s+(?=[A-Z\u201c\u2018\"(0-9])")
_WORD = re.compile(r"[\w\u2019'@./-]*\w[\w\u2019'@./-]*")
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]*[A-Z]\b")


@dataclass
class Prose:
    """What is read on a page: its whole sentences, and all its text of ours."""

    sentences: list[str] = field(default_factory=list)
    text: str = ""

    @property
    def average(self) -> float:
        """Words in a sentence, on average; 0 where there is no sentence."""
        return sum(map(words_in, self.sentences)) / max(len(self.sentences), 1)

    def longest(self, number: int) -> list[str]:
        """The longest sentences, the worst first."""
        return sorted(self.sentences, key=words_in, reverse=True)[:number]

    def acronyms(self) -> set[str]:
        """Every word in capitals beside which the page has no brackets that spell it out."""
        found = set(_ACRONYM.findall(self.text))
        spelt_out = {each for each in found if re.search(rf"\({each}\)|\b{each} \(", self.text)}
        return found - spelt_out


def words_in(sentence: str) -> int:
    """How many words a sentence has."""
    return len(_WORD.findall(sentence))


def prose_of(html: str) -> Prose:
    """Our prose in the article of a page."""
    reader = _Reader()
    reader.feed(html)
    found = Prose()
    for block in reader.blocks:
        text = " ".join(block.split())
        found.text += f"{text}\n"
        # A heading, a label or an entry of a list is no sentence, and would make the rest look
        # shorter than it is.
        found.sentences += [each for each in _END.split(text) if each.rstrip(_CLOSES)[-1:] in ".?!"]
    found.sentences = [each for each in found.sentences if each]
    return found


def all_words(html: str) -> list[str]:
    """All that the article of a page says, block by block, whoever wrote it."""
    reader = _Reader(leave_out=frozenset({"script", "style"}), quoted=frozenset())
    reader.feed(html)
    return [text for block in reader.blocks if (text := " ".join(block.split()))]


class _Reader(HTMLParser):
    def __init__(
        self, *, leave_out: AbstractSet[str] = _LEFT_OUT, quoted: AbstractSet[str] = _QUOTED
    ) -> None:
        super().__init__()
        self._leave_out, self._quoted = leave_out, quoted
        self.blocks: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self._in_article = False

    @property
    def _left_out(self) -> bool:
        return not self._in_article or any(left for _, left in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self._in_article = True
        if tag in _BLOCKS:
            self.blocks.append("")
        if tag in _VOID:
            return
        own = set((dict(attrs).get("class") or "").split())
        self._open.append((tag, tag in self._leave_out or bool(own & self._quoted)))
        if self._open[-1][1] and tag == "code" and self.blocks:
            self.blocks[-1] += "code"

    def handle_endtag(self, tag: str) -> None:
        if tag == "article":
            self._in_article = False
        while self._open and self._open.pop()[0] != tag:
            pass
        if tag in _BLOCKS:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._left_out:
            if not self.blocks:
                self.blocks.append("")
            self.blocks[-1] += data
