"""The site with live reload, as a person runs it."""

import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue

import pytest

from prevent.faults import PreventError
from prevent.site.serve import serve
from processes import HEED_INTERRUPTS

PROJECT = Path(__file__).parents[2]
RUN = """
from pathlib import Path
import sys
from prevent.site.serve import serve
here, port = Path(sys.argv[1]), int(sys.argv[2])
def say(text):
    print(text, flush=True)
serve(here / "policy", here, host="127.0.0.1", port=port, say=say)
"""


class Served:
    def __init__(self, project: Path, port: int) -> None:
        self.project = project
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "-c", HEED_INTERRUPTS + RUN, str(project), str(port)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._said: Queue[str] = Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def wait_for(self, words: str, seconds: float = 20) -> str:
        """The first line from now on with these words in it."""
        end = time.monotonic() + seconds
        heard = []
        while time.monotonic() < end:
            try:
                line = self._said.get(timeout=0.1)
            except Empty:
                continue
            heard.append(line)
            if words in line:
                return line
        pytest.fail(f"'{words}' was not said, but: {heard}")

    def page(self, path: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", f"/{path}")
        text = connection.getresponse().read().decode()
        connection.close()
        return text

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.project / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        status = self.process.wait(timeout=20)
        self._reader.join()
        assert self.process.stdout
        self.process.stdout.close()
        return status

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self._said.put(line.rstrip())


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture
def served(project: Path) -> Iterator[Served]:
    shutil.copytree(PROJECT / "policy", project / "policy")
    server = Served(project, free_port())
    yield server
    if server.process.poll() is None:
        server.stop()


def test_edits_are_shown_and_faults_said_without_ending(served: Served) -> None:
    served.wait_for("Built in")
    served.wait_for("Showing the site at")
    page = served.page("index.html")
    assert "Leaflets and other literature" in page
    # What loads the page again stands in it.
    assert "livereload(" in page
    assert "Content-Security-Policy" not in page

    started = time.monotonic()
    served.edit(
        "policy/procedures/leaflets.yaml",
        "title: Leaflets and other literature",
        "title: Leaflets and posters",
    )
    served.wait_for("Built in")
    took = time.monotonic() - started
    assert "Leaflets and posters" in served.page("index.html")
    assert took < 30, f"an edit was shown after {took:.1f} s"

    served.edit("policy/roles.yaml", "  - id: quality-director", "  - idd: quality-director")
    assert "policy/roles.yaml" in served.wait_for("idd")
    served.wait_for("the site stays as it was")
    assert "Leaflets and posters" in served.page("index.html")

    served.edit("policy/roles.yaml", "  - idd: quality-director", "  - id: quality-director")
    served.wait_for("Built in")
    served.edit("site_src/pages/index.md.j2", "# What do", "# So what do")
    served.wait_for("Built in")
    assert "So what do you want" in served.page("index.html")

    assert served.stop() == 0


def test_a_port_in_use_is_said_plainly(project: Path) -> None:
    shutil.copytree(PROJECT / "policy", project / "policy")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said: list[str] = []
        with pytest.raises(PreventError, match="Choose another port with --port"):
            serve(project / "policy", project, host="127.0.0.1", port=port, say=said.append)
    assert not any("Showing" in line for line in said)
