"""The rules in SQL: a view of what is found of each request in a table, for several databases."""
