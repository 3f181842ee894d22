"""The site as a folder: on a memory stick or a shared drive, opened without a web server.

It is the same site with a search of its own, since browsers give a page opened from a disk nothing
that it fetches. What only a web server or a search engine uses is left out.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from prevent.faults import Fault, Place, PreventError
from prevent.site.build import put_in_place, run_mkdocs

READ_ME = "READ-ME.txt"

_INDEX = "search/search_index"
_SERVER_ONLY = (
    "404.html",
    "sitemap.xml",
    "sitemap.xml.gz",
    "assets/javascripts/lunr",
    "assets/javascripts/workers",
)
_TO_READ = """\
Open index.html to read the policy and to check requests. Nothing needs to be installed, and no
network is needed. Nothing you write on a page leaves it.

Keep the folder whole. It is made by: prevent build --offline
Put nothing of your own in it: when it is made again, everything in it is replaced.
"""


def require_free(folder: Path) -> None:
    """Raise ``PreventError`` where the folder holds something that was not built so.

    What stands in it would be lost.
    """
    ours = (folder / READ_ME).is_file() and (folder / f"{_INDEX}.js").is_file()
    if folder.is_dir() and not ours and any(folder.iterdir()):
        message = "The folder holds something else, which would be lost."
        raise PreventError([Fault(Place(str(folder)), message, "Name a folder that is not there.")])
    if folder.exists() and not folder.is_dir():
        hint = "Name a folder that is not there."
        raise PreventError([Fault(Place(str(folder)), "This is a file, not a folder.", hint)])


def build_offline(config: Path, folder: Path) -> None:
    """Build the site whose pages ``config`` describes into ``folder``, for use from there.

    It takes the place of the one that was there when it is whole. Raises ``PreventError``.
    """
    require_free(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".offline-", dir=folder.parent) as beside:
        new = Path(beside) / "new"
        run_mkdocs(config, new, offline=True)
        _make_self_contained(new)
        put_in_place(new, folder, Path(beside) / "old")


def _make_self_contained(site: Path) -> None:
    """Give the words to be searched as a script, and leave out what nothing reads here."""
    index = site / f"{_INDEX}.json"
    words = index.read_text(encoding="utf-8")
    # JSON, but for two line ends that older browsers do not take in a script.
    words = words.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    (site / f"{_INDEX}.js").write_text(f"window.searchIndex = {words};\n", encoding="utf-8")
    index.unlink()
    for name in _SERVER_ONLY:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for path in (site / "assets").rglob("*.map"):
        path.unlink()
    (site / READ_ME).write_text(_TO_READ, encoding="utf-8")
