"""A Git repository of somebody's policy and requests, and changes to it."""

from __future__ import annotations

import shutil
from pathlib import Path

from installing import run

from processes import ROOT

GIT = {
    "GIT_AUTHOR_NAME": "A. Person",
    "GIT_AUTHOR_EMAIL": "a@college.example",
    "GIT_COMMITTER_NAME": "A. Person",
    "GIT_COMMITTER_EMAIL": "a@college.example",
    "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_CONFIG_SYSTEM": "/dev/null",
}

ALLOWED = """\
kind: leaflet
title: Bring and buy
requested_by: staff
source: dmm
distribute_from: 2027-01-11
"""
NOT_YET = ALLOWED.replace("source: dmm", "source: external-agency")
NOT_VALID = ALLOWED.replace("requested_by: staff", "requested_by: staf")


class Repository:
    """A repository in a folder, whose policy is DMM's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for name in ("policy", "rules"):
            shutil.copytree(ROOT / name, folder / name)
        self.git("init", "--quiet", "--initial-branch", "main")
        self.write("requests/before.yaml", NOT_YET)
        self.commit("What there was")

    def git(self, *arguments: str) -> str:
        return run("git", *arguments, cwd=self.folder, given=GIT).stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
