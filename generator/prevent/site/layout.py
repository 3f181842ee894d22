"""Where the pages' layout comes from: the project's own folder, or what the package brings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PAGES, THEME, PDF, CONFIG = "site_src/pages", "site_src/theme", "site_src/pdf", "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Layout:
    """The templates of the pages, the theme, the policy as a PDF, and what MkDocs is told."""

    pages: Path
    theme: Path
    pdf: Path
    config: Path


def layout_of(project: Path) -> Layout:
    """A project's layout. Each of the four that the project does not have is the package's."""
    return Layout(*(_own_or_ours(project, name) for name in (PAGES, THEME, PDF, CONFIG)))


def _own_or_ours(project: Path, name: str) -> Path:
    own = project.resolve() / name
    return own if own.exists() else shipped() / name


def shipped() -> Path:
    """Where what the package brings stands: in a wheel in this folder, else beside ``generator``.

    What it brings is in ``setup.py``.
    """
    here = Path(__file__).resolve().parent
    packed = here / "shipped"
    return packed if packed.is_dir() else here.parents[2]
