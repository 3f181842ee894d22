"""The table of report formats: a new format is one module and one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from prevent.decide.check import Report
from prevent.reports.json_report import json_report
from prevent.reports.style import Style
from prevent.reports.text import text_report

FORMATS: Mapping[str, Callable[[Report, Style], str]] = {
    "text": text_report,
    "json": lambda report, _: json_report(report),
}
