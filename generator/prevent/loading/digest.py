"""Which files a policy is made of, and the digest that names just these."""

from __future__ import annotations

import hashlib
from pathlib import Path

SINGLE = (
    "organisation",
    "clauses",
    "aims",
    "definitions",
    "threat-levels",
    "roles",
    "duties",
    "contacts",
    "review-notes",
    "fields",
    "conditions",
)
"""The files there is one of, without their endings."""

OPTIONAL = ("aims", "definitions", "threat-levels", "contacts", "review-notes", "conditions")
"""Those of them that a policy can do without: not every policy speaks of these things."""

PROCEDURES = "procedures"
"""The folder of the procedures, one file each."""

_BOM = b"\xef\xbb\xbf"


def policy_files(folder: Path) -> list[Path]:
    """The YAML files the policy is made of, in a fixed order, whether or not they exist."""
    single = [folder / f"{name}.yaml" for name in SINGLE]
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
