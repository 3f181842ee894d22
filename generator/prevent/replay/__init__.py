"""Deciding a register by two versions of a policy: what a change of the policy would change."""
