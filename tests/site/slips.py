"""Files as hands spoil them: seeded slips in real requests, and requests made of random data."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence

import yaml

YAML_PARTS = (
    *(":", ": ", " ", "  ", "\n", "\n\n", "\n  ", "\n- ", "\t", "- ", "-", "#", " #", "'", '"'),
    *("[", "]", "{", "}", ",", "&a ", "*a", "&", "*", "!x ", "!", "!!str ", "|", "> ", "|-\n"),
    *("|2\n", ">+\n", "---\n", "...\n", "? ", "?", "<<: ", "%", "%TAG ! x\n", "@", "`", "~", "="),
    *("%YAML 1.1\n---\n", "\\", "\\\n", "\\x41", "a", "0", "1e3", "é", "😀", "\r\n", "\r", "//"),
)
JSON_PARTS = (
    *('"', "'", "{", "}", "[", "]", ",", ":", "1", "-", "0", ".5", "e3", "1e999", "\\", "\\u12"),
    *("\\ud83d\\ude00", "\\ud83d", "\\u0007", "\n", "\t", " ", "true", "nul", "//", "#", "é😀"),
    *("1234567890123456789", "123456789012345678", "-9007199254740993", "2.0", '"a": 1,'),
)
BYTES = (
    *(b"\0", b"\x07", b"\x7f", b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf5", b"\r"),
    *(b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbf\xbf", b"\xf0\x9f\x98", b"\n---\n"),
)
TEXT_PARTS = (
    *("a", "Talk", "no", "true", "null", "12", "1.5", "1e3", "0x1F", "2026-04-20", "---", "..."),
    *(" ", "  ", ": ", ":", " #", "#", "- ", "-", "? ", "'", '"', "\\", "{", "}", "[", "]", ","),
    *("&x", "*x", "!t", "|", ">", "%", "@", "`", "~", "<<", "=", "\n", "\n\n", "\t", "\r", "é"),
    *("ß", "日本", "😀", "\u00a0", "\u200b", "\ufeff", "\uffff", "\u2003", "\u202e", "x" * 70),
    *("word " * 25, "One line.\nAnother, of a note.\n", "__proto__", "constructor"),
)
SINGLE = (None, True, False, 0, -7, 12, 10**17, -9007199254740993, 1.5, 2.0, 1e3, 1e20, 1e-7, 1e300)


def seeded(seed: int) -> random.Random:
    """The same choices each time."""
    return random.Random(seed)  # noqa: S311 - tests need no secret


def slip(rng: random.Random, text: str, parts: Sequence[str], most: int = 4) -> str:
    """The text with something left out, put in or put in the place of something."""
    for _ in range(rng.randint(1, most)):
        at = rng.randrange(len(text) + 1)
        put = rng.choice(parts) if rng.random() < 0.7 else ""
        text = text[:at] + put + text[at + rng.choice([0, 0, 1, 1, 3]) :]
    return text


def slip_bytes(rng: random.Random, data: bytes) -> bytes:
    """The bytes with some put in that no text holds, or that end lines."""
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(BYTES) + data[at:]


def soup(rng: random.Random, parts: Sequence[str]) -> str:
    """Parts one after another without any sense."""
    return "".join(rng.choice(parts) for _ in range(rng.randint(0, 12)))


def some_text(rng: random.Random) -> str:
    """A text that looks like something else, more often than not."""
    return "".join(rng.choice(TEXT_PARTS) for _ in range(rng.choice([0, 1, 1, 1, 2, 2, 3, 5, 9])))


def some_request(rng: random.Random) -> dict[str, object]:
    """A group of keys with anything in it that a request could hold."""
    return {_key(rng): _value(rng, 4) for _ in range(rng.randrange(7))}


def dumped(rng: random.Random, data: object) -> str:
    """The data as YAML in one of many styles."""
    if rng.random() < 0.1:
        return json.dumps(data, indent=rng.choice([None, 1, 4]), ensure_ascii=rng.random() < 0.5)
    return str(
        yaml.safe_dump(
            data,
            default_flow_style=rng.choice([None, True, False]),
            default_style=rng.choice([None, None, "'", '"', "|", ">"]),
            width=rng.choice([10, 30, 80, 1000]),
            indent=rng.choice([2, 4, 7]),
            allow_unicode=rng.random() < 0.5,
            explicit_start=rng.random() < 0.3,
            sort_keys=False,
        )
    )


def _key(rng: random.Random) -> str:
    usual = ["name", "values", "role", "date", "note", "1", "07", "k" * 600]
    return rng.choice(usual) if rng.random() < 0.6 else some_text(rng)


def _value(rng: random.Random, depth: int) -> object:
    kind = rng.random() if depth else 1
    if kind < 0.2:
        return [_value(rng, depth - 1) for _ in range(rng.randrange(4))]
    if kind < 0.4:
        return {_key(rng): _value(rng, depth - 1) for _ in range(rng.randrange(4))}
    return rng.choice(SINGLE) if kind < 0.5 else some_text(rng)
