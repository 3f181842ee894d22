"""What pyproject.toml cannot say: what the site is made with goes into the wheel too.

It is the pages' layout, and the files that the page of places shows, all kept at the top. In a
wheel they stand in ``prevent/site/shipped``, so that a project that has only a policy can build its
site. An editable install needs no copy: ``prevent.site.layout`` finds them in the checkout.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

LAYOUT = (
    *("mkdocs.yml", "site_src"),
    *("places", "action.yml", ".pre-commit-hooks.yaml", "Containerfile"),
)
TARGET = "prevent/site/shipped"


class BuildWithLayout(build_py):
    """Copies the layout along with the package's modules."""

    def run(self) -> None:
        """Copy everything."""
        super().run()
        if not self.editable_mode:
            for source, target in self._layout():
                self.mkpath(str(target.parent))
                self.copy_file(str(source), str(target))

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:  # noqa: FBT001, FBT002 (setuptools' own)
        """What is made, for whoever installs and takes away again."""
        made = [] if self.editable_mode else [str(target) for _, target in self._layout()]
        return [*super().get_outputs(include_bytecode), *made]

    def get_source_files(self) -> list[str]:
        """What a source distribution must hold."""
        return [*super().get_source_files(), *(str(source) for source, _ in self._layout())]

    def _layout(self) -> Iterator[tuple[Path, Path]]:
        for name in LAYOUT:
            top = Path(name)
            for source in sorted(top.rglob("*")) if top.is_dir() else [top]:
                if source.is_file():
                    yield source, Path(self.build_lib, TARGET, source)


setup(cmdclass={"build_py": BuildWithLayout})
