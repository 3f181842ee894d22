import pytest

from prevent.policy.wording import with_article


@pytest.mark.parametrize(
    "words",
    [
        "an event",
        "a booking",
        "an external booking",
        "an hour",
        "a university visit",
        "a users' meeting",
        "a European trip",
        "an Open day",
        "an unusual poster",
        "a one-off event",
    ],
)
def test_a_noun_gets_its_article(words: str) -> None:
    assert with_article(words.split(" ", 1)[1]) == words
