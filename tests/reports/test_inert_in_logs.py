"""What a request says is never a command to a build's log.

There is no reader of either service's commands apart from the service, so these follow their
documented grammar: GitHub's runner takes a line that begins with ``::`` after spaces, and ``##[``
anywhere on a line; Azure's agent takes ``##vso[`` and ``##[`` anywhere, whatever the capitals.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest
from hostile_reports import PAYLOADS, Reports

from prevent.reports.formats import FORMATS
from prevent.reports.inert import azure_message, azure_property, github_message, github_property

GITHUB = re.compile(r"\s*::(?P<command>[\w-]+)(?: (?P<properties>.*?))?::(?P<message>.*)")
AZURE = re.compile(
    r"##vso\[(?P<command>[\w.]+)(?: (?P<properties>[^\]]*))?\](?P<message>.*)", re.IGNORECASE
)
ANYWHERE = re.compile(r"##\w*\[")
COMMANDS = {"error", "warning", "notice"}


def github_commands(text: str) -> list[dict[str, str]]:
    """The commands of a log, as GitHub's runner would take them."""
    found = [match for line in text.splitlines() if (match := GITHUB.match(line))]
    assert not any("##[" in line for line in text.splitlines())
    return [
        {
            "command": match["command"],
            "message": unquote(match["message"]),
            **{
                key: unquote(value)
                for key, _, value in (
                    each.partition("=") for each in (match["properties"] or "").split(",")
                )
            },
        }
        for match in found
    ]


@pytest.mark.parametrize("form", [form for form in FORMATS if form not in ("github", "azure")])
def test_no_other_report_holds_a_command(form: str, hostile: Reports) -> None:
    for line in hostile.texts[form].splitlines():
        assert not GITHUB.match(line)
        assert not ANYWHERE.search(line)


def test_every_github_command_is_one_of_ours_and_names_a_file_there_is(hostile: Reports) -> None:
    commands = github_commands(hostile.texts["github"])
    assert len(commands) > len(PAYLOADS)
    for each in commands:
        assert each["command"] in COMMANDS
        assert set(each) == {"command", "message", "title", "file", "line", "col"}
        assert each["line"].isdigit()
        assert each["col"].isdigit()
    lines = hostile.texts["github"].splitlines()
    assert len(lines) == len(commands) + 1
    assert not GITHUB.match(lines[-1])


def test_every_azure_command_is_one_of_ours_and_alone_on_its_line(hostile: Reports) -> None:
    lines = hostile.texts["azure"].splitlines()
    for line in lines:
        found = ANYWHERE.findall(line)
        assert found in ([], ["##vso["])
        assert not GITHUB.match(line)
        if found:
            match = AZURE.match(line)
            assert match
            assert match["command"] == "task.logissue"
            keys = [part.partition("=")[0] for part in match["properties"].split(";") if part]
            assert keys == ["type", "sourcepath", "linenumber", "columnnumber", "code"]
    assert sum("##vso[" in line for line in lines) > len(PAYLOADS)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_escaped_is_read_back_whole(payload: str) -> None:
    assert unquote(github_property(payload)) == unquote(github_message(payload))
    assert not set(github_property(payload)) & set(":,\r\n")
    assert not set(azure_property(payload)) & set(";]\r\n")
    assert "%" not in azure_message(payload).replace("%AZP25", "")


@pytest.mark.parametrize("form", ["text", "github"])
def test_a_file_that_is_not_there_is_named_and_does_nothing(form: str, prevent, tmp_path) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
    name = "x ##vso[task.complete]\n::error::y"
    ran = prevent("check", name, "--format", form, cwd=tmp_path)
    assert not ANYWHERE.search(ran.out + ran.err)
    ran = prevent("check", ".", "--policy", name, cwd=tmp_path)
    assert not ANYWHERE.search(ran.out + ran.err)
    assert not any(GITHUB.match(line) for line in ran.err.splitlines())
