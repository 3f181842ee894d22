"""A PostgreSQL server of one's own: in a temporary folder, reached by a socket in it alone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import weakref
from pathlib import Path
from tempfile import mkdtemp

_INSTALLED = Path("/usr/lib/postgresql")
_PORT = 54321
"""No port is listened to: it is part of the socket's name."""


class PostgresServer:
    """Runs from when it is made until it is closed, or until Python ends."""

    def __init__(self) -> None:
        self._as_user = _other_user()
        self.folder = Path(mkdtemp(prefix="prevent-"))
        if self._as_user:
            shutil.chown(self.folder, self._as_user)
        try:
            self._start()
        except BaseException:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise
        self._end = weakref.finalize(self, _stop, self.folder, self._as_user)

    def _start(self) -> None:
        data, log = (str(self.folder / each) for each in ("data", "log"))
        own = ("-U", "prevent", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        _run(("initdb", "-D", data, *own), self._as_user, self.folder)
        options = f"-k {self.folder} -p {_PORT} -c listen_addresses='' -c fsync=off"
        start = ("pg_ctl", "-D", data, "-l", log, "-w", "-o", options, "start")
        _run(start, self._as_user, self.folder)

    @property
    def url(self) -> str:
        """Where it is reached, for libpq."""
        return f"postgresql:///postgres?host={self.folder}&port={_PORT}&user=prevent"

    def close(self) -> None:
        """Stops it, and takes its folder away. May be called twice."""
        self._end()


def program(name: str) -> str | None:
    """Where one of PostgreSQL's programs is, or None. Debian keeps the server's out of the way."""
    there = sorted(_INSTALLED.glob(f"*/bin/{name}"), key=lambda path: len(str(path)))
    return shutil.which(name) or next((str(path) for path in reversed(there)), None)


def _stop(folder: Path, as_user: str | None) -> None:
    try:
        _run(
            ("pg_ctl", "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"), as_user, folder
        )
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: tuple[str, ...], as_user: str | None, folder: Path) -> None:
    found = program(command[0])
    if found is None:
        raise RuntimeError(f"{command[0]} is not installed")
    done = subprocess.run(  # noqa: S603 (a program of PostgreSQL's, with arguments of ours)
        [found, *command[1:]],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=folder,
        user=as_user,
        group=None if as_user is None else pwd.getpwnam(as_user).pw_gid,
        extra_groups=None if as_user is None else [],
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed: {done.stdout.decode(errors='replace')}")


def _other_user() -> str | None:
    """Whom to run it as, where that is not oneself: PostgreSQL refuses to be run by root."""
    if os.geteuid() != 0:
        return None
    for user in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(user).pw_name
        except KeyError:
            continue
    raise RuntimeError("There is no user to run PostgreSQL as.")
