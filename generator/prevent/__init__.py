"""A Prevent policy kept as data: its words, its rules, and the checks made with them."""

__version__ = "0.1.0"
