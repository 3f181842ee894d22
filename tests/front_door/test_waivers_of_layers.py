"""Waivers where a site's policy adds to its organisation's: each lets its own rules be waived."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from waiving import Project, project_at

from processes import Prevent, Ran

FILES = {
    "organisation.yaml": """\
organisation: {name: Northside Centre, short_name: Northside}
policy:
  title: Supplement
  issued: 2026-01
  next_review: 2099-01
  responsibility: centre-manager
  adds_to: ../../policy
  signature:
waivers:
  authorised_by: [centre-manager]
  rules: [northside-manager]
  clause: "N1"
  statements: [N02]
""",
    "clauses.yaml": """\
clauses:
  - number: "N1"
    title: Leaflets at Northside
    statements:
      - {id: N01, form: paragraph, is: rule, text: "The centre manager agrees."}
      - {id: N02, form: paragraph, is: rule, text: "The centre manager may do without."}
""",
    "roles.yaml": """\
roles:
  - id: centre-manager
    title: Centre Manager
    statements: [N01]
    does: [{what: Agrees to leaflets, statements: [N01]}]
""",
    "procedures/leaflets.yaml": """\
adds_to: leaflets
rules:
  - id: northside-manager
    title: The centre manager agrees
    clause: "N1"
    statements: [N01]
    require: {approval: {from: [centre-manager], no_later_than: distribute_from}}
""",
}


@pytest.fixture
def site(tmp_path: Path, prevent: Prevent) -> Project:
    """The project of a site, whose policy adds to one that allows waivers."""
    project_at(tmp_path)
    for name, text in FILES.items():
        path = tmp_path / "site" / "policy" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    project = Project(tmp_path / "site", prevent)
    project.request("a")
    return project


def squeezed(ran: Ran) -> str:
    return " ".join(ran.out.split())


def test_the_rules_of_both_layers_are_waived_each_by_its_own_words(site: Project) -> None:
    site.waive({}, {"id": "w-2", "rules": ["northside-manager"], "by": "centre-manager"})
    [decision] = site.report()["decisions"]
    assert decision["outcome"] == "allowed"
    told = [(each["rule"], each["layer"], each["waiver"]["clause"]) for each in decision["waived"]]
    assert told == [
        ("leaflet-permission", "DMM", "3.8"),
        ("northside-manager", "Northside", "N1"),
    ]
    shown = site.check().out
    assert "A rule of Northside Centre." in shown
    assert "Clause N1, N02: “The centre manager may do without.”" in shown


def test_a_role_may_waive_only_the_rules_of_the_layer_that_lets_it(site: Project) -> None:
    site.waive({"by": "centre-manager", "rules": ["northside-manager", "leaflet-permission"]})
    report = site.report()
    [error] = report["errors"]
    assert (
        "The Centre Manager may not waive the rule 'leaflet-permission'. Clause 3.8 lets the"
        " Managing Director do so." in error["message"]
    )
    assert report["decisions"][0]["waived"] == []


def test_a_site_cannot_let_a_rule_of_its_organisation_be_waived(site: Project) -> None:
    organisation = site.folder / "policy" / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    more = text.replace("[northside-manager]", "[northside-manager, leaflet-permission]")
    organisation.write_text(more, encoding="utf-8")
    ran = site.prevent("validate", cwd=site.folder)
    assert ran.status == 2
    assert "policy/organisation.yaml:11:30 'leaflet-permission' is not accepted" in squeezed(ran)


def test_nor_can_a_site_that_has_no_rule_of_its_own(site: Project) -> None:
    shutil.rmtree(site.folder / "policy" / "procedures")
    organisation = site.folder / "policy" / "organisation.yaml"
    text = organisation.read_text(encoding="utf-8")
    organisation.write_text(
        text.replace("[northside-manager]", "[leaflet-permission]"), encoding="utf-8"
    )
    ran = site.prevent("validate", cwd=site.folder)
    assert ran.status == 2
    assert (
        "policy/organisation.yaml:11:11 'leaflet-permission' is not a rule of this policy's own, so"
        " it cannot be waived here." in squeezed(ran)
    )
