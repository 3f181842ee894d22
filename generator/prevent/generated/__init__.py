"""What a policy generates under ``rules/``: made, written, compared and loaded again."""
