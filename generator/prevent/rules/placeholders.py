"""What a message may name in braces."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([A-Za-z_]*)\}")

ALWAYS_KNOWN = frozenset(
    {"who", "Who", "who_or", "Who_or", "items", "Items", "subject", "organisation"}
)
"""What every message may name, besides the fields of the request and the dates worked out."""
