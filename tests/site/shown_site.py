"""A built site behind an address of this machine."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True)
class BuiltSite:
    """A site, where it lies and where it is shown."""

    folder: Path
    url: str

    @property
    def pages(self) -> list[str]:
        """Every page, as a path below the address."""
        found = self.folder.rglob("*.html")
        return sorted(path.relative_to(self.folder).as_posix() for path in found)


BuildAndShow = Callable[..., BuiltSite]
SiteOf = Callable[[str], BuiltSite]


class _Handler(SimpleHTTPRequestHandler):
    wbufsize = -1  # unbuffered small writes make every page slow
    protocol_version = "HTTP/1.1"  # and so does a connection for each of its files

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def shown(folder: Path) -> Iterator[BuiltSite]:
    """The folder behind an address of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield BuiltSite(folder, f"http://127.0.0.1:{server.server_port}")
        server.shutdown()
        thread.join()


def project_in(folder: Path) -> Path:
    shutil.copytree(PROJECT / "site_src", folder / "site_src")
    shutil.copy(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    return folder
