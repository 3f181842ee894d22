"""Builds the generated pages with Zensical, and says what differs: ``make zensical``.

Material for MkDocs is in maintenance mode; Zensical is its successor. The pages, the theme and
``mkdocs.yml`` are the same for both, so a change from one to the other is a change of one command.
"""

from __future__ import annotations

import difflib
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from prose import all_words
from shown_site import PROJECT, BuiltSite


def main() -> int:
    """Build, compare and print; 1 where a page or any of its words is not the same."""
    # It is run from another folder, so a relative path would lead nowhere.
    zensical = Path(sys.argv[1]).absolute()
    ours = BuiltSite(PROJECT / "build" / "site", "")
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        for name in ("site_src", "build/docs"):
            shutil.copytree(PROJECT / name, project / name)
        for name in ("mkdocs.yml", "build/mkdocs.yml"):
            shutil.copy(PROJECT / name, project / name)
        command = [str(zensical), "build", "--strict", "--config-file", "build/mkdocs.yml"]
        done = subprocess.run(command, cwd=project, check=False)
        if done.returncode:
            print("Zensical could not build the pages.", file=sys.stderr)
            return 1
        return _compare(ours, BuiltSite(project / "build" / "site", ""))


def _compare(ours: BuiltSite, theirs: BuiltSite) -> int:
    missing = sorted(set(ours.pages) - set(theirs.pages))
    more = sorted(set(theirs.pages) - set(ours.pages))
    differing = 0
    for path in ours.pages:
        if path in missing:
            continue
        pair = [_read(site, path) for site in (ours, theirs)]
        words = [all_words(html) for html in pair]
        if words[0] != words[1]:
            differing += 1
            lines = difflib.unified_diff(*words, "MkDocs", "Zensical", lineterm="", n=0)
            print(f"{path} says something else:", *list(lines)[:10], sep="\n  ")
    print(f"Pages: {len(ours.pages)} by MkDocs, {len(theirs.pages)} by Zensical.")
    print(f"Missing: {', '.join(missing) or 'none'}. More: {', '.join(more) or 'none'}.")
    print(f"Pages whose words differ: {differing}.")
    _say_files(ours, theirs)
    return 1 if missing or differing else 0


def _say_files(ours: BuiltSite, theirs: BuiltSite) -> None:
    """The files besides pages that only one of the two makes."""
    for name, own, other in (("MkDocs", ours, theirs), ("Zensical", theirs, ours)):
        only = sorted(_files(own) - _files(other))
        print(f"Files by {name} alone: {', '.join(only) or 'none'}.")


def _files(site: BuiltSite) -> set[str]:
    """The files of a site by path, those of one kind in a folder of many as one."""
    found = set()
    for path in site.folder.rglob("*.*"):
        name = path.relative_to(site.folder).as_posix()
        if path.is_file() and not name.endswith((".html", ".map")):
            found.add(re.sub(r"\.[0-9a-f]{8}\.", ".", re.sub(r"/lunr/.*", "/lunr/…", name)))
    return found


def _read(site: BuiltSite, path: str) -> str:
    return (site.folder / path).read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
