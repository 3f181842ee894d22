"""The table of report formats: a new format is one module and one row."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module

from prevent.decide.check import Report
from prevent.reports.style import Style

FORMATS: Mapping[str, tuple[str, str]] = {
    "text": ("text", "text_report"),
    "json": ("json_report", "json_report"),
}
"""Each format with its module here and the function of it, which is loaded only when asked for."""


def written(report: Report, style: Style, form: str) -> str:
    """The report in one of :data:`FORMATS`."""
    module, function = FORMATS[form]
    write: Callable[[Report, Style], str]
    write = getattr(import_module(f"prevent.reports.{module}"), function)
    return write(report, style)
