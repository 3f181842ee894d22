"""What the file of the policy as a PDF is called."""

from dataclasses import replace

import pytest

from prevent.policy.model import Policy
from prevent.site.pdf import file_name


@pytest.mark.parametrize(
    ("short_name", "title", "issued", "expected"),
    [
        ("DMM", "Prevent Policy", "2022-02", "dmm-prevent-policy-2022-02-0123456789ab.pdf"),
        (
            "Môn",
            "Polisi “Atal”",
            "2026-09-01",
            "mon-polisi-atal-2026-09-01-0123456789ab.pdf",
        ),
        ("../..", "/etc/passwd", "2026-09", "etc-passwd-2026-09-0123456789ab.pdf"),
        ("学校", "方针", "2026-09", "policy-2026-09-0123456789ab.pdf"),
        ("A" * 300, "B", "2026-09", f"{'a' * 80}-2026-09-0123456789ab.pdf"),
    ],
)
def test_every_disk_and_address_takes_it(
    short_name: str, title: str, issued: str, expected: str, policy: Policy
) -> None:
    issue = replace(policy.issue, short_name=short_name, title=title, issued=issued)
    digest = f"sha256:{'0123456789abcdef' * 4}"
    assert file_name(replace(policy, issue=issue, digest=digest)) == expected
