"""What a policy makes: the rules under ``rules/``, the site, and the site without a web server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from prevent.api.site_inputs import require_site, samples
from prevent.bundle import store
from prevent.bundle.make import make_rules
from prevent.bundle.outputs import outputs
from prevent.dates import today
from prevent.faults import PreventError
from prevent.intake.forms_folder import forms_differing, forms_folder, write_forms
from prevent.intake.issue_forms import issue_forms
from prevent.loading.load import load_policy
from prevent.project import find_project

if TYPE_CHECKING:
    from prevent.site.pdf import Pdf
    from prevent.site.programs import Programs


class Build:
    """What is made from one policy.

    ``offline`` is the folder for the site without a web server: the usual one where it is empty,
    and none where it is None. ``forms`` is the folder of the issue forms, where the project has
    one. ``sample_errors`` counts what is wrong with the sample requests, once the site is built:
    those are not shown there. Raises ``PreventError`` where the policy has faults, or the folder
    for the site holds something else.
    """

    def __init__(self, policy: str | None, offline: str | None = None) -> None:
        self.sample_errors = 0
        self._project = find_project(policy)
        self.offline = None if offline is None else self._offline(offline)
        self._policy = load_policy(self._project.policy, self._project.shown)
        self._made = make_rules(self._policy)
        self._files = outputs(self._policy, self._made)
        self.forms = forms_folder(self._project.root)
        self._questions = issue_forms(self._policy, self._made.rule_set) if self.forms else {}

    @property
    def rules(self) -> Path:
        """The folder of what machines check by."""
        return self._project.rules

    @property
    def site(self) -> Path:
        """The folder of the site."""
        return self._project.site

    def differing(self) -> list[Path]:
        """The rules and the issue forms that are not what the policy makes."""
        rules = [self.rules / name for name in store.differing(self.rules, self._files)]
        if self.forms:
            rules += [self.forms / name for name in forms_differing(self.forms, self._questions)]
        return rules

    def write_rules(self) -> tuple[int, int]:
        """Write ``rules/``: how many files changed, and how many there are."""
        return len(store.write(self.rules, self._files)), len(self._files)

    def write_forms(self) -> tuple[int, int]:
        """Write the issue forms, if there are any: how many changed, and how many there are."""
        changed = write_forms(self.forms, self._questions) if self.forms else []
        return len(changed), len(self._questions)

    def write_site(self, programs: Programs, *, pdf: bool = False) -> Pdf | None:
        """Build the site, with the sample requests decided; the PDF, if wanted.

        ``programs`` is for its pages for programmers. Raises ``PreventError``.
        """
        require_site()
        from prevent.site.build import build_site  # noqa: PLC0415 (an extra, see above)

        shown = samples(self._project.root, self._made)
        self.sample_errors = shown.errors
        return build_site(
            self._policy,
            self._made.rule_set,
            self._project.root,
            site_dir=self.site,
            today=today(),
            decided=shown.decided,
            pdf=pdf,
            programs=programs,
        )

    def write_offline(self) -> None:
        """The site a second time, from the pages that were written for it, if it is wanted."""
        if self.offline:
            from prevent.site.offline import build_offline  # noqa: PLC0415 (an extra, see above)

            build_offline(self._project.root / "build" / "mkdocs.yml", self.offline)

    def _offline(self, named: str) -> Path:
        require_site()
        from prevent.site.offline import require_free  # noqa: PLC0415 (of the site, see above)

        folder = Path(named) if named else self._project.root / "build" / "offline"
        require_free(folder)
        return folder


def no_pdf() -> PreventError | None:
    """What a PDF of the policy would need that is not here; None where all is."""
    require_site()
    from prevent.site.pdf_printer import require_pdf  # noqa: PLC0415 (of the site, see above)

    try:
        require_pdf()
    except PreventError as error:
        return error
    return None
