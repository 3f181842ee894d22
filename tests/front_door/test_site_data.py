"""What a policy says of its site, at ``prevent validate``: colour, logo, tasks, headings."""

from __future__ import annotations

from pathlib import Path

import pytest
from spoiled import copy_policy

from prevent.cli import main

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return copy_policy(tmp_path)


def said(capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["validate"]) == 2
    return " ".join(capsys.readouterr().out.split())


def change(policy: Path, name: str, old: str, new: str) -> int:
    """Write ``new`` for ``old`` in a file; the line on which it stands."""
    path = policy / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def with_logo(policy: Path, name: str) -> None:
    change(policy, "organisation.yaml", '  accent: "#12435c"', f"  logo: {name}")


def test_a_colour_that_is_too_light_is_refused_with_the_nearest_that_would_do(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = change(policy, "organisation.yaml", '"#12435c"', '"#1ea7e0"')
    shown = said(capsys)
    assert f"policy/organisation.yaml:{line}:11" in shown
    assert "White cannot be read on #1ea7e0: their contrast is 2.7, and 4.5 is needed." in shown
    nearest = shown.partition('darker colour that would do is "')[2][:7]
    change(policy, "organisation.yaml", '"#1ea7e0"', f'"{nearest}"')
    assert main(["validate"]) == 0


@pytest.mark.parametrize("colour", ["blue", '"#12345"', '"#12345g"', '"red; background: url(x)"'])
def test_a_colour_is_six_digits(
    policy: Path, capsys: pytest.CaptureFixture[str], colour: str
) -> None:
    change(policy, "organisation.yaml", '"#12435c"', colour)
    assert 'Write six digits in quotation marks, such as "#12435c".' in said(capsys)


@pytest.mark.parametrize("name", ["../logo.svg", "/etc/logo.svg", "look/../../logo.svg"])
def test_a_logo_outside_the_policy_s_folder_is_refused(
    policy: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (policy.parent / "logo.svg").write_text(SVG, encoding="utf-8")
    with_logo(policy, name)
    assert f"The logo {name} is outside the policy's folder." in said(capsys)


def test_a_logo_that_a_link_leads_out_to_is_refused(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outside = policy.parent / "logo.svg"
    outside.write_text(SVG, encoding="utf-8")
    (policy / "logo.svg").symlink_to(outside)
    with_logo(policy, "logo.svg")
    assert "The logo logo.svg is outside the policy's folder." in said(capsys)


def test_a_missing_logo_is_said(policy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with_logo(policy, "look/logo.svg")
    assert "There is no picture to be read at look/logo.svg." in said(capsys)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("logo.gif", b"GIF89a", "The logo logo.gif is neither .svg nor .png."),
        ("logo.png", SVG.encode(), "logo.png is not a PNG picture."),
        ("logo.svg", b"\x89PNG\r\n\x1a\n", "logo.svg is not an SVG picture."),
        ("logo.svg", b"<html/>", "logo.svg is not an SVG picture."),
        ("logo.svg", SVG.encode("utf-16"), "logo.svg is not an SVG picture."),
        ("logo.svg", b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "holds a DOCTYPE"),
        (
            "logo.svg",
            SVG.replace("<path", "<script>x</script><path").encode(),
            "logo.svg holds <script>, and may only draw.",
        ),
        (
            "logo.svg",
            SVG.replace("<path", '<path onclick="x"').encode(),
            "logo.svg holds onclick=, and may only draw.",
        ),
        (
            "logo.svg",
            SVG.replace("<path", '<image href="https://x.invalid/a.png"/><path').encode(),
            "logo.svg points to something outside itself.",
        ),
        ("logo.svg", SVG.encode() + b" " * 30_000, "it may have 30000 at most."),
    ],
)
def test_a_logo_that_is_none_or_does_more_than_draw_is_refused(
    policy: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, message: str
) -> None:
    (policy / name).write_bytes(data)
    with_logo(policy, name)
    assert message in said(capsys)


def test_a_plain_logo_is_sound(policy: Path) -> None:
    (policy / "look").mkdir()
    (policy / "look" / "logo.svg").write_text(SVG, encoding="utf-8")
    with_logo(policy, "look/logo.svg")
    assert main(["validate"]) == 0


@pytest.mark.parametrize("address", ["the office", "a@b", "a@b.example?subject=x", "<a@b.example>"])
def test_an_address_for_remarks_is_an_e_mail_address(
    policy: Path, capsys: pytest.CaptureFixture[str], address: str
) -> None:
    change(policy, "organisation.yaml", "feedback_email:", f'feedback_email: "{address}"')
    assert "Write an e-mail address such as prevent@college.example" in said(capsys)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{procedure: leaflets, rules: [leaflet-permission]}\n\n  - id: learner",
            "{procedure: leaflet, rules: [leaflet-permission]}\n\n  - id: learner",
            "There is no procedure 'leaflet'. Did you mean 'leaflets'?",
        ),
        (
            "rules: [risk-assessment, event-notice, event-authorised]",
            "rules: [risk-assesment]",
            "'bookings' called 'risk-assesment'. Did you mean 'risk-assessment'?",
        ),
        (
            "rules: [risk-assessment, event-notice, event-authorised]",
            "rules: [leaflet-permission]",
            "There is no rule of the procedure 'bookings' called 'leaflet-permission'.",
        ),
        (
            "[staff-training, know-the-procedures, training-content]",
            "[staff-trainings]",
            "There is no duty called 'staff-trainings'. Did you mean 'staff-training'?",
        ),
        ("{page: away}", "{page: holidays}", "'holidays'"),
        ("{page: away}", "{page: away, role: all-staff}", "has more than one answer: role, page."),
        ("{page: away}", "{role: all-stuff}", "Did you mean 'all-staff'?"),
        ("{page: away}", '{clause: "9.9"}', "'9.9'"),
        ("{page: away}", "{}", "answer"),
        ("id: let-a-room", "id: invite-a-speaker", "Two tasks have the id 'invite-a-speaker'."),
        ("id: let-a-room", "id: index", "A page of the site has this name. Choose another."),
        ("task: Let a room", "task: invite a  SPEAKER", "Two tasks have the task"),
    ],
)
def test_a_task_that_leads_nowhere_is_a_fault(
    policy: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    change(policy, "tasks.yaml", old, new)
    shown = said(capsys)
    assert message in shown
    assert "policy/tasks.yaml:" in shown


def test_a_task_cannot_lead_to_a_page_the_policy_does_not_have(
    policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (policy / "threat-levels.yaml").unlink()
    change(policy, "tasks.yaml", "{page: away}", "{page: threat-levels}")
    said_so = "This policy has no page 'threat-levels': there is no threat-levels.yaml."
    assert said_so in said(capsys)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("roles.yaml", "title: Teachers", "title: all STAFF", "Two roles have the title"),
        ("definitions.yaml", "term: CONTEST", "term: prevent", "Two definitions have the term"),
        (
            "procedures/leaflets.yaml",
            "title: Leaflets and other literature",
            "title: Speakers and events",
            "Two procedures have the title 'Speakers and events'.",
        ),
        (
            "procedures/events.yaml",
            "title: Speakers the policy refuses",
            "title: External agencies give a month's notice",
            "Two rules have the title",
        ),
        ("roles.yaml", "id: teachers", "id: index", "A page of the site has this name."),
    ],
)
def test_a_heading_used_twice_or_a_name_taken_by_a_page_is_a_fault(
    policy: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, message: str
) -> None:
    change(policy, name, old, new)
    shown = said(capsys)
    assert message in shown
    assert f"policy/{name}:" in shown
