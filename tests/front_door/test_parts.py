"""The parts that a policy can do without, and files that only look like one of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from spoiled import copy_policy

from prevent.cli import main
from prevent.loading.digest import OPTIONAL, SINGLE


@pytest.fixture
def policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return copy_policy(tmp_path)


@pytest.mark.parametrize("name", OPTIONAL)
def test_a_part_the_policy_does_not_have_is_left_out(name: str, policy: Path) -> None:
    (policy / f"{name}.yaml").unlink(missing_ok=True)
    assert main(["validate"]) == 0


@pytest.mark.parametrize("name", [name for name in SINGLE if name not in OPTIONAL])
def test_what_every_policy_has_is_missed(
    name: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (policy / f"{name}.yaml").unlink(missing_ok=True)
    assert main(["validate"]) == 2
    assert f"policy/{name}.yaml" in capsys.readouterr().out


@pytest.mark.parametrize("part", ["national_objectives", "aims", "values", "related_documents"])
def test_each_part_of_the_aims_may_be_left_out(part: str, policy: Path) -> None:
    path = policy / "aims.yaml"
    before, _, rest = path.read_text(encoding="utf-8").partition(f"\n{part}:\n")
    lines = rest.splitlines(keepends=True)
    own = next((at for at, line in enumerate(lines) if line[0] not in " \n"), len(lines))
    path.write_text(before + "\n" + "".join(lines[own:]), encoding="utf-8")
    assert main(["validate"]) == 0


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("contact.yaml", "Did you mean 'contacts.yaml'?"),
        ("threat-levels.yml", "Did you mean 'threat-levels.yaml'?"),
        ("shopping.yaml", "Expected one of: organisation.yaml"),
    ],
)
def test_a_file_of_no_known_name_is_not_passed_over(
    name: str, hint: str, policy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (policy / name).write_text("contacts: []\n", encoding="utf-8")
    assert main(["validate"]) == 2
    shown = " ".join(capsys.readouterr().out.split())
    assert f"policy/{name} A policy has no file of this name. {hint}" in shown


def test_what_an_editor_leaves_beside_a_file_is_no_part(policy: Path) -> None:
    (policy / ".#contacts.yaml").write_text("half", encoding="utf-8")
    (policy / "contacts.yaml~").write_text("old", encoding="utf-8")
    assert main(["validate"]) == 0
