"""``prevent build --pdf``: the policy to print, to sign or to send, read here by pypdf."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from pypdf import PdfReader
from spoiled import copy_policy

from prevent.loading.load import load_policy
from prevent.policy.model import Policy
from processes import Prevent

MARKS = re.compile(r"( (•|\d+\.))+ *$")
"""The marks of a page's lists, which pypdf reads last."""

FOOT = re.compile(r"Digital Marketing Mentor: Prevent Policy, issued \w+ \d+ sha256:\w+ Page.*")


def plain(text: str) -> str:
    """Text without the ends of its lines."""
    return " ".join(text.split())


@dataclass(frozen=True)
class Document:
    """A PDF, as somebody else reads it."""

    path: Path
    reader: PdfReader
    policy: Policy

    @cached_property
    def pages(self) -> list[str]:
        return [plain(page.extract_text()) for page in self.reader.pages]

    @cached_property
    def text(self) -> str:
        """What stands on its pages, one after the other, without what is at their feet."""
        return " ".join(MARKS.sub("", FOOT.sub("", page)).strip() for page in self.pages)


def change(project: Path, old: str, new: str) -> None:
    path = project / "policy" / "organisation.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def made_in(project: Path) -> Document:
    [path] = (project / "build" / "site").glob("*.pdf")
    return Document(path, PdfReader(path), load_policy(project / "policy"))


def contents(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Path:
    """DMM's policy with its PDF; nothing changes it after that."""
    project = tmp_path_factory.mktemp("project")
    copy_policy(project)
    ran = prevent("build", "--pdf", cwd=project)
    assert (ran.status, ran.err) == (0, "")
    [path] = (project / "build" / "site").glob("*.pdf")
    assert f"PDF:   {path} (" in ran.out
    return project


@pytest.fixture(scope="module")
def document(project: Path) -> Document:
    return made_in(project)


def test_the_policy_stands_in_it_word_for_word_and_nothing_between(document: Document) -> None:
    policy = document.policy
    assert len(policy.statements) == 89
    expected = []
    for clause in policy.clauses:
        expected.append(clause.number)
        if not clause.statements or clause.statements[0].form != "heading":
            expected.append(clause.title)
        for each in clause.statements:
            expected += [each.text, each.id]
    words = plain(" ".join(expected))
    start = document.text.index(words[:40])
    assert document.text[start:].partition(" Responsibility and signature")[0] == words


def test_every_page_has_its_number_and_the_version_at_its_foot(document: Document) -> None:
    count = len(document.pages)
    assert count > 5
    for number, page in enumerate(document.pages, start=1):
        assert page.endswith(f"{document.policy.digest} Page {number} of {count}")


def test_the_contents_name_the_page_of_every_heading(document: Document) -> None:
    lines = re.split(r" \.{5,} (\d+)(?: |$)", document.pages[1].removeprefix("Contents "))
    listed = list(zip(lines[::2], lines[1::2], strict=False))
    clauses = [f"{each.number} {each.title}" for each in document.policy.clauses]
    assert [title for title, _ in listed] == [*clauses, "Responsibility and signature", "Roles"]
    for clause, (_, page) in zip(document.policy.clauses, listed, strict=False):
        assert (
            f"{clause.number} {plain(clause.statements[0].text)}" in document.pages[int(page) - 1]
        )
    assert document.pages[int(listed[-1][1]) - 1].startswith("Roles This list is added.")


def test_the_cover_says_whose_it_is_and_that_its_review_is_overdue(document: Document) -> None:
    cover = document.pages[0]
    assert cover.startswith("Digital Marketing Mentor Prevent Policy This policy")
    assert " review is overdue by " in cover
    assert re.search(r" \(due February 2023\), as of \d+ \w+ \d{4}\. Issue date Feb", cover)
    assert "Date of next review February 2023 Responsibility Managing Director" in cover
    assert f"Signature Not signed Version {document.policy.digest}" in cover


def test_there_is_a_block_to_sign_and_the_roles(document: Document) -> None:
    block = "This version is not signed. Name Role Managing Director Signature Date Roles"
    assert block in document.text
    roles = document.text.partition(block)[2]
    for role in document.policy.roles.values():
        assert role.title in roles
        for task in role.does:
            assert f"{task.what} ({', '.join(task.statements)})" in roles


def structure(node: object) -> Iterator[str]:
    """The kinds of the elements of a tagged document, from the top."""
    found = node.get_object() if hasattr(node, "get_object") else node
    if not isinstance(found, dict):
        return
    if "/S" in found:
        yield str(found["/S"])
    below = found.get("/K", [])
    below = below.get_object() if hasattr(below, "get_object") else below
    for each in below if isinstance(below, list) else [below]:
        yield from structure(each)


def test_it_has_a_title_a_language_bookmarks_and_tags(document: Document) -> None:
    root = document.reader.trailer["/Root"]
    told = document.reader.metadata
    assert told is not None
    assert (told.title, told.author) == (
        "Prevent Policy, Digital Marketing Mentor",
        "Digital Marketing Mentor",
    )
    assert root["/Lang"] == "en-GB"
    assert str(root["/MarkInfo"]["/Marked"]).lower() == "true"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]).lower() == "true"
    kinds = list(structure(root["/StructTreeRoot"]))
    levels = [each.number.count(".") for each in document.policy.clauses]
    assert kinds.count("/H1") == 1
    # Beside the clauses: the contents, the signature and the roles.
    assert kinds.count("/H2") == levels.count(0) + 3
    assert kinds.count("/H3") == levels.count(1) + len(document.policy.roles)
    assert {"/P", "/L", "/LI", "/Lbl", "/LBody", "/Link", "/BlockQuote"} <= set(kinds)
    assert "/Table" not in kinds
    assert len(document.reader.outline) > 0


def test_its_file_is_named_for_the_policy_and_its_version(document: Document) -> None:
    version = document.policy.digest.removeprefix("sha256:")[:12]
    assert document.path.name == f"dmm-prevent-policy-2022-02-{version}.pdf"


def test_the_policy_page_and_the_dates_lead_to_it(project: Path, document: Document) -> None:
    size = f"{round(document.path.stat().st_size / 1000)} KB"
    link = f'<a href="{document.path.name}">The policy as a PDF ({size})</a>'
    for page in ("policy.html", "review.html"):
        assert link in (project / "build" / "site" / page).read_text(encoding="utf-8")


@pytest.fixture
def small(started: Path, tmp_path: Path) -> Path:
    """A small project, for what does not hang on what stands in the policy."""
    return shutil.copytree(started, tmp_path / "small")


def test_a_build_without_it_leaves_no_file_and_no_link(small: Path, prevent: Prevent) -> None:
    (small / "build" / "site").mkdir(parents=True)
    (small / "build" / "site" / "dmm-prevent-policy-2022-02-old.pdf").touch()
    assert prevent("build", cwd=small).status == 0
    site = contents(small / "build" / "site")
    assert not [name for name in site if name.endswith(".pdf")]
    assert b".pdf" not in site["policy.html"] + site["review.html"]


def signed_in(project: Path, prevent: Prevent, **environment: str) -> Document:
    """A policy that is signed, and not overdue: the day on which it is made is not in its PDF."""
    copy_policy(project)
    change(project, "  signature:\n", "  signature: {name: A. Example, on: 2026-03-31}\n")
    change(project, "next_review: 2023-02", "next_review: 2099-02")
    ran = prevent("build", "--pdf", cwd=project, environment=environment)
    assert (ran.status, ran.err) == (0, "")
    return made_in(project)


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory, prevent: Prevent) -> Document:
    project = tmp_path_factory.mktemp("signed")
    return signed_in(project, prevent, TZ="UTC", PYTHONHASHSEED="1", SOURCE_DATE_EPOCH="1")


def test_the_same_policy_gives_the_same_bytes(
    signed: Document, tmp_path: Path, prevent: Prevent
) -> None:
    again = signed_in(tmp_path, prevent, TZ="Asia/Tokyo", PYTHONHASHSEED="2")
    assert "overdue" not in signed.text
    assert again.path.read_bytes() == signed.path.read_bytes()


def test_who_signed_stands_in_it(signed: Document) -> None:
    assert "Signature A. Example, 31 March 2026 Version" in signed.text
    assert "Name A. Example Role Managing Director Signature Date 31 March 2026" in signed.text


NO_PACKAGE = "raise ModuleNotFoundError('No module named weasyprint', name='weasyprint')"
NO_LIBRARY = (
    "print('----- a long notice -----')\n"
    "raise OSError(\"cannot load library 'libpango-1.0-0': no such file\")"
)
NO_FONTS = '<!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig></fontconfig>'


def lacking(folder: Path, what: str) -> dict[str, str]:
    """An environment in which WeasyPrint, a library it needs, or every font is missing."""
    if what == "font":
        (folder / "fonts.conf").write_text(NO_FONTS, encoding="utf-8")
        return {"FONTCONFIG_FILE": str(folder / "fonts.conf")}
    text = NO_PACKAGE if what == "weasyprint" else NO_LIBRARY
    (folder / "weasyprint.py").write_text(text, encoding="utf-8")
    paths = [str(folder), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


LACKING = [
    ("weasyprint", "The PDF needs the package weasyprint, which is not installed.", "[pdf]"),
    ("library", "The PDF needs libpango-1.0-0, which is not installed.", "apt install libpango"),
    ("font", "The PDF needs a font, and none is installed.", "fonts-liberation"),
]


@pytest.mark.parametrize(("what", "said", "hint"), LACKING)
def test_what_is_missing_is_said_before_anything_is_written(
    what: str, said: str, hint: str, tmp_path: Path, prevent: Prevent
) -> None:
    project = tmp_path / "project"
    copy_policy(project)
    ran = prevent("build", "--pdf", cwd=project, environment=lacking(tmp_path, what))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"prevent: prevent: {said} Install ")
    assert hint in ran.err
    assert ran.err.count("\n") == 1
    assert [path.name for path in project.iterdir()] == ["policy"]


def test_where_it_need_not_be_the_site_is_built_without_it(
    small: Path, tmp_path: Path, prevent: Prevent
) -> None:
    environment = lacking(tmp_path, "library")
    ran = prevent("build", "--pdf", "if-possible", cwd=small, environment=environment)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("No PDF of the policy was made. The PDF needs libpango-1.0-0,")
    assert (small / "build" / "site" / "policy.html").is_file()
    assert list((small / "build" / "site").glob("*.pdf")) == []


@pytest.mark.parametrize("other", ["--check", "--rules-only"])
def test_it_cannot_be_had_without_the_site(other: str, prevent: Prevent) -> None:
    ran = prevent("build", "--pdf", other)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"prevent: --pdf {other}: The PDF is part of the site, which is not made."
        f" Leave out --pdf or {other}.\n"
    )


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:PORT/logo.png",
        "//127.0.0.1:PORT/logo.png",
        "file:///etc/hostname",
        "../pages/index.md.j2",
        "data:image/png;base64,AAAA",
    ],
)
def test_nothing_is_fetched_but_the_files_beside_the_template(
    address: str, small: Path, prevent: Prevent
) -> None:
    own = small / "site_src" / "pdf"
    own.mkdir(parents=True)
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = address.replace("PORT", str(server.getsockname()[1]))
        html = f'<html lang="en"><title>x</title><img src="{address}" alt="x">'
        (own / "policy.html.j2").write_text(html, encoding="utf-8")
        ran = prevent("build", "--pdf", cwd=small)
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()
    assert ran.status == 2
    assert "only files beside the template are used" in ran.err
    assert not (small / "build").exists()


def test_a_fault_in_the_template_is_said_with_its_place(small: Path, prevent: Prevent) -> None:
    own = small / "site_src" / "pdf"
    own.mkdir(parents=True)
    (own / "policy.html.j2").write_text("<p>\n{% if %}", encoding="utf-8")
    ran = prevent("build", "--pdf", cwd=small)
    assert ran.status == 2
    assert ran.err.startswith("prevent: site_src/pdf/policy.html.j2:2: ")


def test_a_character_that_no_font_has_is_named(small: Path, prevent: Prevent) -> None:
    change(small, 'name: "Example Training"', 'name: "Example \U000f0000 Training"')
    ran = prevent("build", "--pdf", cwd=small)
    assert ran.status == 2
    assert "no font here has the character" in ran.err
    assert "(U+F0000). Install a font that has it" in ran.err


def test_a_full_disk_leaves_the_old_site_and_its_pdf(document: Document, project: Path) -> None:
    before = contents(project / "build" / "site")
    command = 'ulimit -f 60; exec "$0" -m prevent build --pdf'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable],
        cwd=project,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 2
    assert "This cannot be read or written: File too large." in done.stderr
    assert "fault of the program" not in done.stderr
    assert contents(project / "build" / "site") == before
    assert document.path.is_file()
