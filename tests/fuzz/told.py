"""What is promised of a report, whatever a request says: looked for in its text."""

from __future__ import annotations

import json
import re
import unicodedata
from xml.etree import ElementTree as ET

_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_COMMAND = re.compile(r"(?m)^\s*::(?!(?:error|warning|notice) (?:title=[^\n:,]*)(?:,|::))")
_LOGGED = re.compile(r"##(?:vso)?\[(?!task\.logissue type=)", re.IGNORECASE)
_TAP = re.compile(r"TAP version 14|1\.\.\d+( #.*)?|(not )?ok \d+ - [^#]*( # SKIP [^#]*)?|#.*|  .*|")


def inert(form: str, text: str) -> None:
    """Raises ``AssertionError`` where a report in this format could do more than be read."""
    text.encode("utf-8")
    hidden = [each for each in set(text) if each != "\n" and unicodedata.category(each) in _HIDDEN]
    assert not hidden, f"{form} holds {hidden!r}"
    if form != "azure":
        assert "##vso[" not in text.lower()
    assert not _LOGGED.search(text), _LOGGED.search(text)
    if form not in {"sarif", "json", "gitlab"}:
        assert not _COMMAND.search(text), _COMMAND.search(text)
    match form:
        case "json" | "sarif" | "gitlab":
            assert text.isascii()
            json.loads(text)
        case "junit":
            ET.fromstring(text)  # noqa: S314 (it was made here)
        case "tap":
            lines = text.splitlines()
            assert all(_TAP.fullmatch(line) for line in lines), lines
        case "azure":
            for line in text.splitlines():
                assert line.lower().count("##vso[") <= line.startswith("##vso["), line
