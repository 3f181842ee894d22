"""Requests from people who never see a terminal: forms for them, and what they send taken in."""
