"""A version of the policy: a folder, or the policy folder as Git keeps it at a revision.

A revision is read out of Git into a folder of its own. Nothing of the work tree is touched.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from prevent.bundle.current import Rules
from prevent.bundle.make import rules_of
from prevent.faults import Fault, Place, PreventError
from prevent.loading.digest import DEEPEST, base_folder
from prevent.project import Project

POLICY = "policy"


@dataclass(frozen=True, slots=True)
class Version:
    """The rules of one version of a policy. ``shown`` is how the person named it."""

    shown: str
    rules: Rules


def version(named: str, project: Project) -> Version:
    """The version that a folder or a revision of the project's policy holds.

    A folder is a policy folder, or a project with one in it; a revision is anything Git takes for
    a commit: ``HEAD~3``, ``v2.1``. What is a folder is never taken for a revision. Raises
    ``PreventError`` where it is neither, or its policy is not sound.
    """
    folder = Path(named)
    if named and folder.is_dir():
        inside = folder / POLICY
        policy = inside if (inside / "organisation.yaml").is_file() else folder
        return Version(named, rules_of(policy, policy.as_posix()))
    return Version(named, _at_revision(named, project))


def _at_revision(named: str, project: Project) -> Rules:
    git = _Git(project, named)
    commit = git.output(
        "rev-parse", "--verify", "--quiet", "--end-of-options", f"{named}^{{commit}}"
    )
    own = project.policy.resolve().relative_to(git.top)
    at = PurePosixPath(own.as_posix())
    with tempfile.TemporaryDirectory(prefix="prevent-") as folder:
        root = Path(folder)
        for _ in range(DEEPEST + 1):
            git.extract(commit.decode().strip(), at, root)
            policy = root / at
            base = base_folder(policy)
            if base is None:
                break
            at = _inside(policy / base, root, named)
        return rules_of(root / own, f"{named}:{own.as_posix()}")


def _inside(policy: Path, root: Path, named: str) -> PurePosixPath:
    """Where the policy that another adds to stands in the repository."""
    try:
        return PurePosixPath(policy.resolve().relative_to(root.resolve()).as_posix())
    except ValueError:
        message = "The policy adds to one that is not in this repository."
        hint = "Name folders instead of revisions."
        raise PreventError([Fault(Place(named), message, hint)]) from None


class _Git:
    """The repository that a project is kept in. ``top`` is its uppermost folder."""

    def __init__(self, project: Project, named: str) -> None:
        self._named = named
        self.top = project.policy if project.policy.is_dir() else project.root
        shown = self.output("rev-parse", "--show-toplevel").decode().rstrip("\n")
        self.top = Path(shown).resolve()

    def output(self, *arguments: str) -> bytes:
        """What a command of Git gives. Raises ``PreventError`` where it fails."""
        try:
            done = subprocess.run(  # noqa: S603 (no shell; what was named stands after the options)
                self._command(arguments), capture_output=True, check=True
            )
        except FileNotFoundError as error:
            hint = "Install Git, or name a folder."
            raise self._failed("It is no folder, and Git is not installed.", hint) from error
        except subprocess.CalledProcessError as error:
            hint = "Name a policy folder, or a revision such as HEAD~1 or a tag."
            raise self._failed(self._why(arguments, error), hint) from error
        return done.stdout

    def extract(self, commit: str, at: PurePosixPath, root: Path) -> None:
        """Write what a commit holds under a path of the repository into a folder."""
        data = self.output("archive", "--format=tar", commit, "--", f":(literal){at}")
        with tarfile.open(fileobj=io.BytesIO(data)) as archive:
            archive.extractall(root, filter="data")

    def _command(self, arguments: Sequence[str]) -> list[str]:
        return ["git", "-C", str(self.top), *arguments]

    def _why(self, arguments: Sequence[str], error: subprocess.CalledProcessError) -> str:
        if arguments[0] == "archive":
            return "That revision has no policy folder here."
        said = error.stderr.decode(errors="replace").strip()
        if "not a git repository" in said:
            return "It is no folder, and the policy is not kept in Git."
        return "It is neither a folder nor a revision that Git knows."

    def _failed(self, message: str, hint: str) -> PreventError:
        return PreventError([Fault(Place(self._named), message, hint)])
