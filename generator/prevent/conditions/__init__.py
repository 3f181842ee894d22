"""Conditions: the tree, its meaning, and the flat form that engines run."""
