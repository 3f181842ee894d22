"""The bundle: what a policy generates under ``rules/``, made, written and loaded again."""
