"""What the ids of a rule's parts say to whoever makes its findings."""

from __future__ import annotations

AT_LEAST = "at-least-"
"""How the id of a part begins that some of the roles meet, though neither one nor all."""
