"""The policy's files, read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from prevent.faults import Fault, Place
from prevent.loading.digest import ALONE, OPTIONAL, PROCEDURES, SINGLE, policy_files
from prevent.reading.documents import Document, read_documents
from prevent.reading.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class Files:
    """The documents of a policy folder: the single files by name, and the procedures.

    ``all_procedures`` says whether every procedure could be read.
    """

    single: Mapping[str, Document]
    procedures: tuple[Document, ...]
    all_procedures: bool


def read_files(folder: Path, shown: str, *, alone: bool = True) -> tuple[Files, list[Fault]]:
    """Every policy file that can be read, and the faults of the others.

    A file that a policy can do without may be missing, and more of them where it is not ``alone``
    but adds to another policy; a file beside them that is none of them is a
    fault, since it may be one of them misspelt.
    ``shown`` is how the person named the folder; faults name the files by it.
    """
    single: dict[str, Document] = {}
    procedures: list[Document] = []
    faults: list[Fault] = []
    unread = False
    optional = OPTIONAL if alone else (*OPTIONAL, *ALONE)
    for path in policy_files(folder):
        if path.stem in optional and path.parent == folder and not path.exists():
            continue
        name = (Path(shown) / path.relative_to(folder)).as_posix()
        documents, found = read_documents(path, name=name)
        faults += found
        if len(documents) > 1:
            message = "A policy file holds one document; another one starts here."
            place = Place(name, 2, documents[1].line, 1)
            faults.append(Fault(place, message, "Take the line '---' out."))
        if documents and not isinstance(documents[0].data, dict):
            what = "empty" if documents[0].data is None else "not a group of keys"
            hint = "Put back what it held."
            faults.append(Fault(documents[0].place(()), f"This file is {what}.", hint))
        elif documents and not found:
            if path.parent == folder:
                single[path.stem] = documents[0]
            else:
                procedures.append(documents[0])
                continue
        unread = unread or path.parent != folder
    faults += _strangers(folder, shown)
    if alone and not procedures and not faults:
        place = Place((Path(shown) / PROCEDURES).as_posix())
        faults.append(Fault(place, "There is no procedure here.", "Write one .yaml file for each."))
    return Files(single, tuple(procedures), not unread), faults


def _strangers(folder: Path, shown: str) -> Iterator[Fault]:
    known = [f"{name}.yaml" for name in SINGLE]
    for path in sorted(folder.glob("*.y*ml")):
        if path.name not in known and not path.name.startswith("."):
            place = Place((Path(shown) / path.name).as_posix())
            hint = did_you_mean(path.name, known)
            yield Fault(place, "A policy has no file of this name.", hint)
