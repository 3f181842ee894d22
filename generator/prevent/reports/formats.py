"""The table of report formats: a new format is one module and one row."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import NamedTuple

from prevent.decide.check import Report
from prevent.reports.style import Style


class Format(NamedTuple):
    """A format: its module here and the function of it, loaded only when asked for; its readers.

    ``file`` is a name such files usually have. Some have ``links`` to the policy's site.
    """

    module: str
    function: str
    read_by: str
    file: str
    links: bool = False


FORMATS: Mapping[str, Format] = {
    "text": Format("text", "text_report", "People, in a terminal or a file", "report.txt"),
    "table": Format("table", "table_report", "People: a row for each finding", "report.txt"),
    "markdown": Format(
        "markdown",
        "markdown_report",
        "People, as a comment on a pull request",
        "comment.md",
        links=True,
    ),
    "json": Format("json_report", "json_report", "Programs: all there is to say", "report.json"),
    "github": Format(
        "github", "github_report", "GitHub Actions, which marks the lines of a change", "log.txt"
    ),
    "sarif": Format(
        "sarif",
        "sarif_report",
        "GitHub code scanning, Azure DevOps, editors",
        "prevent.sarif",
        links=True,
    ),
    "azure": Format("azure", "azure_report", "Azure Pipelines, in its log", "log.txt"),
    "gitlab": Format(
        "gitlab", "gitlab_report", "GitLab, as a code quality report", "gl-code-quality-report.json"
    ),
    "junit": Format(
        "junit", "junit_report", "Jenkins, GitLab and most others, as tests", "junit.xml"
    ),
    "tap": Format("tap", "tap_report", "Whatever reads the Test Anything Protocol", "report.tap"),
}


class Wanted(NamedTuple):
    """A format that is asked for, and the file it goes to; no file for where output goes."""

    form: str
    file: str = ""


def wanted(text: str) -> Wanted:
    """``sarif=out.sarif`` or ``sarif``, as the command line gives it."""
    form, equals, file = text.partition("=")
    if form not in FORMATS:
        from prevent.reading.nearest import did_you_mean  # noqa: PLC0415 (seldom needed)
        from prevent.reading.quoting import quoted  # noqa: PLC0415

        hint = did_you_mean(form, FORMATS)
        raise argparse.ArgumentTypeError(f"{quoted(form)} is not a format. {hint}")
    if equals and not file:
        message = f"A file is missing. Write --format {form}={FORMATS[form].file}."
        raise argparse.ArgumentTypeError(message)
    return Wanted(form, file)


def written(report: Report, style: Style, form: str) -> Iterator[str]:
    """The report in one of :data:`FORMATS`, in parts, of which the last ends a line."""
    found = FORMATS[form]
    write: Callable[[Report, Style], Iterator[str]]
    write = getattr(import_module(f"prevent.reports.{found.module}"), found.function)
    return write(report, style)
