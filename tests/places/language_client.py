"""An editor, as far as a language server sees one: messages in JSON over its input and output."""

from __future__ import annotations

import json
import queue
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

_PATIENCE = 60.0


class Editor:
    """Opens files in a folder and asks the server about them. ``settings`` are the person's own."""

    def __init__(self, command: list[str], folder: Path, settings: Mapping[str, Any]) -> None:
        self._folder = folder
        self._settings = settings
        self._number = 0
        self._version = 0
        self._told_settings = False
        self._heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self._faults: dict[str, list[dict[str, Any]]] = {}
        self._server = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        markdown = {"contentFormat": ["markdown"]}
        self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self._folder.as_uri(),
                "workspaceFolders": [{"uri": self._folder.as_uri(), "name": "folder"}],
                "capabilities": {
                    "workspace": {"configuration": True, "workspaceFolders": True},
                    "textDocument": {"hover": markdown, "completion": {}, "publishDiagnostics": {}},
                },
            },
        )
        self._tell("initialized", {})
        # Until it has the settings it would judge a file without them.
        while not self._told_settings:
            self._next()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.kill()
        self._server.wait()
        for pipe in (self._server.stdin, self._server.stdout):
            assert pipe is not None
            pipe.close()

    def open(self, name: str, text: str) -> None:
        """Open a file with this text, or open it anew."""
        self._faults.pop(self._address(name), None)
        self._version += 1  # it keeps what it made of a version
        item = {"languageId": "yaml", "version": self._version, "text": text}
        item["uri"] = self._address(name)
        self._tell("textDocument/didOpen", {"textDocument": item})

    def faults(self, name: str) -> list[dict[str, Any]]:
        """What the server says is wrong with a file that is open."""
        while self._address(name) not in self._faults:
            self._next()
        return self._faults[self._address(name)]

    def completions(self, name: str, line: int, column: int) -> list[str]:
        """What it offers to write at a place in a file that is open; counted from 0."""
        found = self.ask("textDocument/completion", self._at(name, line, column))
        return [each["label"] for each in found["items"]]

    def hover(self, name: str, line: int, column: int) -> str:
        """What it shows of a word in a file that is open; counted from 0."""
        found = self.ask("textDocument/hover", self._at(name, line, column))
        text: str = found["contents"]["value"] if found else ""
        return text

    def ask(self, method: str, given: Mapping[str, Any]) -> Any:  # noqa: ANN401 (any JSON)
        """Ask and wait for the answer, doing meanwhile what the server asks for."""
        self._number += 1
        self._send({"id": self._number, "method": method, "params": given})
        while True:
            heard = self._next()
            if heard.get("id") == self._number and "method" not in heard:
                assert "error" not in heard, heard
                return heard["result"]

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        place = {"line": line, "character": column}
        return {"textDocument": {"uri": self._address(name)}, "position": place}

    def _address(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _tell(self, method: str, given: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": given})

    def _send(self, message: Mapping[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))

    def _next(self) -> dict[str, Any]:
        heard = self._heard.get(timeout=_PATIENCE)
        if heard.get("method") == "textDocument/publishDiagnostics":
            self._faults[heard["params"]["uri"]] = heard["params"]["diagnostics"]
        elif "method" in heard and "id" in heard:
            answer: Any = None
            if heard["method"] == "workspace/configuration":
                sections = (item.get("section", "") for item in heard["params"]["items"])
                answer = [self._settings.get(section, {}) for section in sections]
                self._told_settings = True
            self._send({"id": heard["id"], "result": answer})
        return heard

    def _listen(self) -> None:
        output = self._server.stdout
        assert output is not None
        while head := output.readline():
            if head.lower().startswith(b"content-length:"):
                wanted = int(head.split(b":")[1])
                while output.readline().strip():
                    pass
                body = b""
                while len(body) < wanted and (more := output.read(wanted - len(body))):
                    body += more
                self._heard.put(json.loads(body))
