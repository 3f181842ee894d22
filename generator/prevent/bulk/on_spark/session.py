"""A session of Spark: that which ``spark-submit`` set up, one's own machine's, or a cluster's."""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from prevent.bulk.optional import optional
from prevent.bulk.working import Working
from prevent.faults import Fault, Place, PreventError
from prevent.reading.quoting import safe

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LONGEST_START = 120
"""How long a cluster may take to answer, in seconds."""

_LONGEST_CALL = 10
_LONGEST_END = 20
_PORT = 7077
_SUBMITTED = "PYSPARK_GATEWAY_PORT"
"""Set by ``spark-submit`` for the program that it starts."""

_MEANING = {
    "spark.sql.ansi.enabled": "true",
    "spark.sql.caseSensitive": "false",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.files.ignoreCorruptFiles": "false",
    "spark.sql.files.ignoreMissingFiles": "false",
    "spark.sql.parquet.binaryAsString": "false",
    "spark.sql.parquet.inferTimestampNTZ.enabled": "true",
    "spark.sql.parquet.datetimeRebaseModeInRead": "CORRECTED",
    "spark.sql.parquet.datetimeRebaseModeInWrite": "CORRECTED",
    "spark.sql.variant.allowDuplicateKeys": "false",
}
"""What makes a value mean the same whatever else a session is set to."""

_QUIET = """\
rootLogger.level = off
"""

_Made = TypeVar("_Made")


@contextlib.contextmanager
def session(
    master: str | None, threads: int | None, memory: str | None, place: Place
) -> Iterator[SparkSession]:
    """A session, ended afterwards. Raises ``PreventError`` where there can be none.

    Without a master it is the one that ``spark-submit`` set up, else this machine, of which
    ``threads`` and ``memory`` may be used.
    """
    needed = "Registers are decided on Spark with PySpark"
    library = optional("pyspark.sql", needed, "spark", "make install-spark")
    with tempfile.TemporaryDirectory(prefix="prevent-") as folder:
        own = None if master is None and _SUBMITTED in os.environ else master
        if own is None and _SUBMITTED not in os.environ:
            own = f"local[{threads or '*'}]"
        if own is not None:
            _java()
            _reach(own)
        _say_nothing_twice()
        begun = _begun(library, own, _settings(own, memory, Path(folder)), Path(folder), place)
        try:
            for key, value in _MEANING.items():
                begun.conf.set(key, value)
            _answers(begun, own, place)
            yield begun
        finally:
            _end(begun)


def _settings(master: str | None, memory: str | None, folder: Path) -> dict[str, str]:
    made = {"spark.app.name": "prevent decide"}
    if master is None:
        return made
    quiet = folder / "log4j2.properties"
    quiet.write_text(_QUIET, encoding="utf-8")
    made |= {
        "spark.master": master,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": f"-Dlog4j2.configurationFile={quiet.as_uri()}",
    }
    if master.startswith("local"):
        made |= {"spark.driver.bindAddress": "127.0.0.1", "spark.driver.host": "127.0.0.1"}
        # What is shuffled is small; Spark makes 200 parts of it if nobody says.
        made |= {"spark.sql.shuffle.partitions": str(4 * (os.cpu_count() or 1))}
        made |= {"spark.driver.memory": _mebibytes(memory)} if memory else {}
    return made


def _mebibytes(memory: str) -> str:
    """A size of memory as DuckDB takes it (``2GB``), as Java does."""
    number, unit = memory[:-2].rstrip(" iIkKmMgGtT"), memory.rstrip("bBiI")[-1].upper()
    return f"{round(float(number) * {'M': 1, 'G': 1024, 'T': 1024**2}[unit])}m"


def _begun(
    library: Any,  # noqa: ANN401 (it may not be there, so it has no type)
    master: str | None,
    settings: Mapping[str, str],
    folder: Path,
    place: Place,
) -> SparkSession:
    builder = library.SparkSession.builder
    for key, value in settings.items():
        builder = builder.config(key, value)
    said = folder / "said.txt"
    try:
        with _quietly(said) if master is not None else contextlib.nullcontext():
            made: SparkSession = in_time(builder.getOrCreate, LONGEST_START)
    except TimeoutError as error:
        raise _silent(place, master) from error
    except Exception as error:
        words = said.read_text(errors="replace").strip() if said.exists() else ""
        raise _refused(place, str(error), words) from error
    return made


@contextlib.contextmanager
def _quietly(said: Path) -> Iterator[None]:
    """What Java says while it starts, and later, goes to a file: none of it is for a reader."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = [os.dup(1), os.dup(2)]
    target = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.dup2(target, 1)
        os.dup2(target, 2)
        yield
    finally:
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for each in (*kept, target):
            os.close(each)


def in_time(work: Callable[[], _Made], seconds: float) -> _Made:
    """What ``work`` gives, in a thread. Raises ``TimeoutError`` where it takes longer."""
    working = Working(work)
    if not working.ended(seconds):
        raise TimeoutError
    return working.came()


def _answers(begun: SparkSession, master: str | None, place: Place) -> None:
    """See that somebody works: a cluster without workers would be waited for without end."""
    try:
        in_time(lambda: begun.range(1).count(), LONGEST_START)
    except TimeoutError as error:
        raise _silent(place, master) from error
    except Exception as error:
        raise _refused(place, str(error), "") from error


def _say_nothing_twice() -> None:
    """What PySpark and its way to Java log of a failure, their errors say too."""
    for each in ("SQLQueryContextLogger", "DataFrameQueryContextLogger"):
        logging.getLogger(each).disabled = True
    logging.getLogger().addFilter(_of_others)


def _of_others(record: logging.LogRecord) -> bool:
    return "py4j" not in Path(record.pathname).parts


def _end(begun: SparkSession) -> None:
    """End the session and the Java that was started for it."""
    with contextlib.suppress(Exception):
        in_time(begun.stop, _LONGEST_END)
    java: Any = getattr(begun.sparkContext, "_gateway", None)
    process: Any = getattr(java, "proc", None)
    if process is not None:
        with contextlib.suppress(Exception):
            java.shutdown()
            process.stdin.close()
            process.wait(_LONGEST_END)


def _reach(master: str) -> None:
    """See that a stand-alone cluster is there: Spark itself would try for minutes."""
    scheme, _, hosts = master.partition("://")
    if scheme != "spark":
        return
    for each in hosts.split(","):
        host, _, port = each.rpartition(":")
        try:
            number = int(port) if host else _PORT
            with socket.create_connection((host or each, number), timeout=_LONGEST_CALL):
                return
        except (OSError, ValueError):
            continue
    message = "No Spark master answers at this address."
    hint = "Start it, or see that it may be reached from here. Nothing was written."
    raise PreventError([Fault(Place(master), message, hint)])


def _silent(place: Place, master: str | None) -> PreventError:
    message = f"Spark gave nobody to do the work for {LONGEST_START} seconds."
    hint = "See that the cluster has workers that are free. Nothing was written."
    return PreventError([Fault(Place(master) if master else place, message, hint)])


def _refused(place: Place, error: str, words: str) -> PreventError:
    said = " ".join((words or error).split())
    message = f"Spark could not be started: {safe(said, 300)}"
    hint = "It needs Java 17 or later. Nothing was written."
    return PreventError([Fault(place, message, hint)])


def _java() -> None:
    home = os.environ.get("JAVA_HOME")
    if shutil.which("java") is None and not (home and Path(home, "bin", "java").is_file()):
        message = "Spark runs on Java, which is not installed."
        hint = "Install Java 17 or later: apt-get install default-jre-headless."
        raise PreventError([Fault(Place("java"), message, hint)])
