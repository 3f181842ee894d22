"""The policy as nouns: clauses, statements, roles, procedures, written rules."""
