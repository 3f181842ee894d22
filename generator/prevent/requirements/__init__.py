"""Requirement kinds: what a rule may ask staff to do."""
