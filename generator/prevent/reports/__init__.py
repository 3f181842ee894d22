"""Decisions as people and machines read them."""
