"""Requests: finding the files, reading them, and the facts they state."""
