"""The policy's files: which there are, what they hold, and the digest that names them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from prevent.faults import Fault, Place
from prevent.loading.schemas import NAMES
from prevent.reading.documents import Document, read_documents

PROCEDURES = "procedures"
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Files:
    """The documents of a policy folder: the single files by name, and the procedures."""

    single: Mapping[str, Document]
    procedures: tuple[Document, ...]


def policy_files(folder: Path) -> list[Path]:
    """The YAML files the policy is made of, in a fixed order, whether or not they exist."""
    single = [folder / f"{name}.yaml" for name in NAMES if name != "procedure"]
    return single + sorted((folder / PROCEDURES).glob("*.yaml"))


def digest(folder: Path) -> str:
    """``sha256:…`` of the policy's files: their names and their text.

    Line ends and a byte order mark make no difference, so a checkout on Windows has the same
    digest. A missing file counts as an empty one.
    """
    total = hashlib.sha256()
    for path in policy_files(folder):
        try:
            data = path.read_bytes()
        except OSError:
            data = b""
        data = data.removeprefix(_BOM).replace(b"\r\n", b"\n")
        name = path.relative_to(folder).as_posix().encode()
        total.update(b"%d:%s%d:%s" % (len(name), name, len(data), data))
    return f"sha256:{total.hexdigest()}"


def read_files(folder: Path, shown: str) -> tuple[Files, list[Fault]]:
    """Every policy file that can be read, and the faults of the others.

    ``shown`` is how the person named the folder; faults name the files by it.
    """
    single: dict[str, Document] = {}
    procedures: list[Document] = []
    faults: list[Fault] = []
    for path in policy_files(folder):
        name = (Path(shown) / path.relative_to(folder)).as_posix()
        documents, found = read_documents(path, name=name)
        faults += found
        if len(documents) > 1:
            message = "A policy file holds one document; another one starts here."
            place = Place(name, 2, documents[1].line, 1)
            faults.append(Fault(place, message, "Take the line '---' out."))
        if found or not documents:
            continue
        if path.parent == folder:
            single[path.stem] = documents[0]
        else:
            procedures.append(documents[0])
    if not procedures and not faults:
        place = Place((Path(shown) / PROCEDURES).as_posix())
        faults.append(Fault(place, "There is no procedure here.", "Write one .yaml file for each."))
    return Files(single, tuple(procedures)), faults
