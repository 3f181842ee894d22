"""How a role is named on a page."""

import pytest

from prevent.site.role_names import is_group, named


@pytest.mark.parametrize(
    ("title", "in_a_sentence"),
    [
        ("All staff", "all staff"),
        ("Teachers", "teachers"),
        ("Partner providers", "partner providers"),
        ("Members of staff", "members of staff"),
        ("IT staff", "IT staff"),
    ],
)
def test_a_group_of_people_has_no_article_and_no_capital(title: str, in_a_sentence: str) -> None:
    assert is_group(title)
    assert named(title) == in_a_sentence


@pytest.mark.parametrize(
    "title",
    [
        "Managing Director",
        "Senior Management Team",
        "Vice-President Societies",
        "Head of operations",
        "Chair of Governors",
        "Boss",
    ],
)
def test_one_person_or_body_keeps_both(title: str) -> None:
    assert not is_group(title)
    assert named(title) == f"the {title}"
