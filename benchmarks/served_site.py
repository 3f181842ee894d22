"""A built site behind an address of this machine, compressed as web servers do."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class _Handler(SimpleHTTPRequestHandler):
    wbufsize = -1  # unbuffered small writes make every page slow

    def do_GET(self) -> None:
        """Send the file, compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address where the folder is shown."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def one_of_each_kind(folder: Path) -> list[str]:
    """The pages at the top of a site, and the longest of each folder below."""
    kinds: dict[str, Path] = {}
    for page in sorted(folder.rglob("*.html"), key=lambda each: each.stat().st_size):
        kinds[page.name if page.parent == folder else page.parent.name] = page
    return sorted(page.relative_to(folder).as_posix() for page in kinds.values())
