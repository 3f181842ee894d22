"""Registers of many requests: read, checked row by row, and decided in an embedded database."""
