from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from shown_site import BuildAndShow, project_in

from prevent.faults import PreventError
from prevent.policy.model import Policy
from prevent.policy.staff_pages import PLAIN
from prevent.rules.compile import compile_policy
from prevent.site import build as building
from prevent.site.build import build_site
from prevent.site.review import review

TODAY = date(2026, 11, 22)
Build = Callable[..., Path]


@pytest.fixture
def build(policy: Policy, project: Path) -> Build:
    def run(own: Policy = policy) -> Path:
        site_dir = project / "build" / "site"
        build_site(own, compile_policy(own), project, site_dir=site_dir, today=TODAY)
        return site_dir

    return run


def left_beside(site_dir: Path) -> set[str]:
    return {path.name for path in site_dir.parent.iterdir()}


@pytest.fixture(scope="module")
def sound(policy: Policy, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is built; a test that changes it puts it right again."""
    project = project_in(tmp_path_factory.mktemp("sound") / "project")
    site_dir = project / "build" / "site"
    build_site(policy, compile_policy(policy), project, site_dir=site_dir, today=TODAY)
    return project


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[away](nowhere.md)", "nowhere.md"),
        ("[away](policy.md#s999)", "s999"),
        ("{% if %}", "site_src/pages/index.md.j2"),
        ("{{ nothing_of_this_name }}", "nothing_of_this_name"),
        ("{{ policy.nothing_of_this_name }}", "nothing_of_this_name"),
        ('{% include "none.md.j2" %}', "none.md.j2"),
    ],
)
def test_a_fault_in_a_template_is_said_and_the_old_site_stays(
    policy: Policy, sound: Path, text: str, said: str
) -> None:
    site_dir = sound / "build" / "site"
    template = sound / "site_src" / "pages" / "index.md.j2"
    before, as_it_was = (site_dir / "index.html").read_bytes(), template.read_bytes()
    template.write_bytes(as_it_was + f"\n{text}\n".encode())
    with pytest.raises(PreventError) as raised:
        build_site(policy, compile_policy(policy), sound, site_dir=site_dir, today=TODAY)
    template.write_bytes(as_it_was)
    assert said in str(raised.value)
    assert (site_dir / "index.html").read_bytes() == before
    assert left_beside(site_dir) == {"docs", "mkdocs.yml", "site"}


def interrupt(*_args: object, **_kwargs: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("moment", ["build", "load_config"])
def test_ctrl_c_leaves_the_old_site_and_nothing_beside_it(
    policy: Policy, sound: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    site_dir = sound / "build" / "site"
    monkeypatch.setattr(building, moment, interrupt)
    with pytest.raises(KeyboardInterrupt):
        build_site(policy, compile_policy(policy), sound, site_dir=site_dir, today=TODAY)
    assert (site_dir / "policy.html").is_file()
    assert left_beside(site_dir) == {"docs", "mkdocs.yml", "site"}


def test_ctrl_c_between_old_and_new_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site_dir, new, old = (tmp_path / name for name in ("site", "new", "old"))
    for folder in (site_dir, new):
        folder.mkdir()
        (folder / folder.name).touch()
    rename = Path.rename

    def interrupted(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise KeyboardInterrupt
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        building.put_in_place(new, site_dir, old)
    assert (site_dir / "site").is_file()


def test_a_page_that_is_no_longer_made_is_gone_with_its_markdown(
    build: Build, policy: Policy, project: Path
) -> None:
    site_dir = build()
    assert (site_dir / "procedures" / "bookings.html").is_file()
    rules = tuple(
        replace(rule, kinds=tuple(kind for kind in rule.kinds if kind != "booking"))
        for rule in policy.rules
    )
    fewer = replace(policy, procedures=policy.procedures[:2], rules=rules)
    kept = {procedure.id for procedure in fewer.procedures}
    build(fewer)
    assert {path.stem for path in (site_dir / "procedures").glob("*.html")} == kept
    assert {path.stem for path in (project / "build/docs/procedures").iterdir()} == kept


def test_another_provider_s_policy_needs_no_change_of_the_site(
    build: Build, policy: Policy
) -> None:
    site_dir = build(
        replace(
            policy,
            issue=replace(
                policy.issue, organisation="Example Training", short_name="ET", look=PLAIN
            ),
            procedures=tuple(replace(each, id=f"own-{each.id}") for each in policy.procedures),
            tasks=(),
        )
    )
    home = (site_dir / "index.html").read_text(encoding="utf-8")
    assert "ET Prevent Policy" in home
    assert "procedures/own-leaflets.html" in home


@pytest.mark.parametrize(
    ("next_review", "overdue"),
    [("2026-10", True), ("2026-11", False), ("2026-11-21", True), ("2027-02", False)],
)
def test_a_review_is_overdue_from_the_day_after(
    policy: Policy, next_review: str, *, overdue: bool
) -> None:
    assert bool(review(replace(policy.issue, next_review=next_review), TODAY).overdue_by) == overdue


def test_no_banner_is_shown_while_the_review_is_not_due(
    policy: Policy, build_and_show: BuildAndShow, browser: Browser
) -> None:
    site = build_and_show(replace(policy, issue=replace(policy.issue, next_review="2027-02")))
    with browser.new_page() as page:
        page.goto(f"{site.url}/index.html")
        assert page.locator(".md-banner").count() == 0
        assert "overdue" not in page.locator("body").inner_text()
