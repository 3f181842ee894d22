"""Where registers and results lie: any storage that Spark reads, as Spark itself gets at it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from prevent.bulk.stored import SUFFIXES
from prevent.faults import Fault, Place, PreventError
from prevent.reading.nearest import one_of
from prevent.reading.quoting import safe

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder to be written, of which Spark makes one file for each part of the register."""

    shown: str
    written_as: str

    @property
    def path(self) -> str:
        """The name without what makes no difference to it."""
        return self.shown.rstrip("/")

    @classmethod
    def of(cls, shown: str) -> Folder:
        """The folder of this name. Raises ``PreventError`` where it shows no format."""
        suffix = PurePosixPath(shown.rstrip("/")).suffix.lower()
        if suffix not in SUFFIXES:
            message = "The end of its name does not say how it is to be written."
            hint = one_of(dict.fromkeys(SUFFIXES)).replace("Expected", "End it with")
            raise PreventError([Fault(Place(shown), message, hint)])
        return cls(shown, SUFFIXES[suffix])


class Storage:
    """The storages that a session reaches. ``PreventError`` is raised in plain words."""

    def __init__(self, spark: SparkSession) -> None:
        self._java: Any = spark.sparkContext._jvm  # noqa: SLF001 (PySpark has no other way to it)
        context: Any = spark.sparkContext
        self._settings: Any = context._jsc.hadoopConfiguration()  # noqa: SLF001 (as above)

    def whole(self, shown: str) -> str:
        """The whole address of a path, from the root."""
        with self._plainly(shown):
            path, system = self._at(shown)
            return str(system.makeQualified(path).toString())

    def exists(self, shown: str) -> bool:
        """Is there anything?"""
        with self._plainly(shown):
            path, system = self._at(shown)
            return bool(system.exists(path))

    def is_file(self, shown: str) -> bool:
        """Is it one file, and no folder?"""
        with self._plainly(shown):
            path, system = self._at(shown)
            return bool(system.exists(path) and system.getFileStatus(path).isFile())

    def pattern_of(self, shown: str) -> str:
        """The whole address as Spark reads it as it is: nothing in it stands for other names."""
        return "".join(f"\\{each}" if each in "*?[]{}\\" else each for each in self.whole(shown))

    def files(self, shown: str) -> list[str]:
        """The addresses of a file, or of the files in a folder that Spark reads, in order."""
        with self._plainly(shown):
            path, system = self._at(shown)
            found = system.listStatus(path)
            names = [each.getPath() for each in found if each.isFile()]
            return sorted(
                str(each.toString()) for each in names if not each.getName().startswith(("_", "."))
            )

    def first_line(self, address: str, most: int) -> bytes:
        """The first line of a file, so far as ``most`` bytes."""
        with self._plainly(address):
            path, system = self._at(address)
            opened = system.open(path)
            try:
                return bytes(opened.readNBytes(most)).partition(b"\n")[0] + b"\n"
            finally:
                opened.close()

    def json_columns(self, address: str) -> list[str]:
        """The columns of a Parquet file that are said to hold JSON."""
        parquet = self._java.org.apache.parquet
        with self._plainly(address):
            path = self._java.org.apache.hadoop.fs.Path(self._java.java.net.URI.create(address))
            file = parquet.hadoop.util.HadoopInputFile.fromPath(path, self._settings)
            reader = parquet.hadoop.ParquetFileReader.open(file)
            try:
                columns = str(reader.getFileMetaData().getSchema().toString()).splitlines()
            finally:
                reader.close()
        return [each.split()[2] for each in columns if each.rstrip(" ;").endswith("(JSON)")]

    def beside(self, shown: str) -> str:
        """A new folder beside something, for the work. Its own folder must be there."""
        with self._plainly(shown):
            path, system = self._at(self.whole(shown))
            if not system.exists(path.getParent()):
                raise PreventError([Fault(Place(shown), "There is no such folder to write in.")])
            name = f".prevent-{uuid.uuid4().hex[:12]}"
            made = self._java.org.apache.hadoop.fs.Path(path.getParent(), name)
            system.mkdirs(made)
            return str(made.toString())

    def move(self, source: str, target: str) -> None:
        """Give a folder its name, in one step where the storage can."""
        with self._plainly(target):
            old, system = self._at(source)
            new, _ = self._at(target)
            if system.exists(new) or not system.rename(old, new):
                message = "It could not be put in its place: something is there already."
                raise PreventError([Fault(Place(target), message)])

    def remove(self, address: str) -> None:
        """Take a folder away with all that is in it."""
        path, system = self._at(address)
        system.delete(path, True)  # noqa: FBT003 (a method of Java)

    def _at(self, shown: str) -> tuple[Any, Any]:
        path = self._java.org.apache.hadoop.fs.Path(shown)
        return path, path.getFileSystem(self._settings)

    @contextmanager
    def _plainly(self, shown: str) -> Iterator[None]:
        from py4j.protocol import Py4JError  # noqa: PLC0415 (it comes with an extra)

        try:
            yield
        except Py4JError as error:
            message = f"This cannot be reached: {safe(words_of(error), 300)}"
            raise PreventError([Fault(Place(shown), message)]) from error


def words_of(error: BaseException) -> str:
    """What Spark or Java says is wrong, on one line, without where in its program it was."""
    java = getattr(error, "java_exception", None)
    text = str(java.getMessage() or java.toString()) if java is not None else str(error)
    first = next((line for line in text.strip().splitlines() if line.strip()), "")
    return first.strip()
