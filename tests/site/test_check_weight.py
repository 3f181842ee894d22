"""How much a check page weighs: what it adds to every page stays small."""

import gzip

import pytest
from shown_site import BuiltSite

OWN = ("assets/check/check.js", "assets/check/check.css")
AT_MOST = 43_000
"""Bytes, compressed, of a check page and what it alone brings. The theme makes up the rest."""


@pytest.mark.parametrize("kind", ["event", "leaflet", "booking"])
def test_a_check_page_adds_little_to_the_theme(built: BuiltSite, kind: str) -> None:
    files = (f"check-{kind}.html", *OWN)
    sizes = {each: len(gzip.compress((built.folder / each).read_bytes(), 9)) for each in files}
    assert sum(sizes.values()) <= AT_MOST, sizes
