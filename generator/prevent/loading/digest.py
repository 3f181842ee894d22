"""Which files a policy is made of, and the digest that names just these."""

from __future__ import annotations

import hashlib
from pathlib import Path

from prevent.reading.documents import read_documents

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
    "tasks",
)
"""The files there is one of, without their endings."""

OPTIONAL = (
    "aims",
    "definitions",
    "threat-levels",
    "contacts",
    "review-notes",
    "conditions",
    "tasks",
)
"""Those of them that a policy can do without: not every policy speaks of these things."""

ALONE = ("roles", "duties", "fields")
"""Those that a policy which adds to another can do without as well."""

_LATER = ("tasks",)
"""Those there were none of at first: a policy without one keeps the digest it had then."""

PROCEDURES = "procedures"
"""The folder of the procedures, one file each."""

_ADDS_TO = b"adds_to"

DEEPEST = 5
"""How many policies may stand on each other."""

_BOM = b"\xef\xbb\xbf"


def policy_files(folder: Path) -> list[Path]:
    """The YAML files the policy is made of, in a fixed order, whether or not they exist."""
    single = [folder / f"{name}.yaml" for name in SINGLE]
    return single + sorted((folder / PROCEDURES).glob("*.yaml"))


def base_folder(folder: Path) -> str | None:
    """The folder of the policy that this one adds to, as it is written; None where there is none.

    Whether the file is sound is for the loader to say.
    """
    path = folder / "organisation.yaml"
    try:
        # Most policies add to no other, and need not be read for it twice.
        if _ADDS_TO not in path.read_bytes():
            return None
    except OSError:
        return None
    documents, _ = read_documents(path)
    data = documents[0].data if documents else None
    policy = data.get("policy") if isinstance(data, dict) else None
    base = policy.get("adds_to") if isinstance(policy, dict) else None
    return base if isinstance(base, str) else None


def digest(folder: Path, *, depth: int = DEEPEST) -> str:
    """``sha256:…`` of the policy's files: their names and their text.

    Line ends and a byte order mark make no difference, so a checkout on Windows has the same
    digest. A missing file counts as an empty one, save for one of :data:`_LATER`. The digest of the
    policy it adds to is part of it; ``depth`` is how many of these are followed.
    """
    total = hashlib.sha256()
    base = base_folder(folder)
    if base is not None and depth:
        total.update(f"base:{digest(folder / base, depth=depth - 1)}".encode())
    for path in policy_files(folder):
        try:
            data = path.read_bytes()
        except OSError:
            if path.stem in _LATER and path.parent == folder:
                continue
            data = b""
        data = data.removeprefix(_BOM).replace(b"\r\n", b"\n")
        name = path.relative_to(folder).as_posix().encode()
        total.update(b"%d:%s%d:%s" % (len(name), name, len(data), data))
    return f"sha256:{total.hexdigest()}"
