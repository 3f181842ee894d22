"""The rules in the forms that other engines run: one module each, one row each in a table."""
