"""How a role is named on a page: it says itself whether it is many people."""

from dataclasses import replace

import pytest
from shown_site import BuiltSite

from prevent.policy.model import Policy, Role
from prevent.site.role_names import named


def role(title: str, *, many_people: bool) -> Role:
    return Role("role", title, "", (), ("S01",), (), None, "", many_people)


@pytest.mark.parametrize(
    ("title", "in_a_sentence"),
    [
        ("All staff", "all staff"),
        ("Teachers", "teachers"),
        ("Members of the board", "members of the board"),
        ("IT staff", "IT staff"),
        ("People who invite speakers", "people who invite speakers"),
    ],
)
def test_many_people_have_no_article_and_no_capital(title: str, in_a_sentence: str) -> None:
    assert named(role(title, many_people=True)) == in_a_sentence


@pytest.mark.parametrize("title", ["Managing Director", "Head of operations", "Governors"])
def test_one_person_or_body_keeps_both_however_the_title_ends(title: str) -> None:
    assert named(role(title, many_people=False)) == f"the {title}"


def test_no_page_asks_who_many_people_are(built: BuiltSite, policy: Policy) -> None:
    page = (built.folder / "roles.html").read_text(encoding="utf-8")
    parts = {each.id: page.partition(f'id="{each.id}"')[2] for each in policy.roles.values()}
    unnamed = {name: "Not named in the policy" in _own(text) for name, text in parts.items()}
    assert unnamed == {each.id: not each.many_people for each in policy.roles.values()}
    assert not all(unnamed.values())


def test_a_role_that_says_nothing_is_one_person_or_body(policy: Policy) -> None:
    teachers = policy.roles["teachers"]
    assert named(teachers) == "teachers"
    assert named(replace(teachers, many_people=False)) == "the Teachers"


def _own(text: str) -> str:
    """What stands under a heading, as far as the next."""
    return text.partition("<h3")[0].partition("<h2")[0]
