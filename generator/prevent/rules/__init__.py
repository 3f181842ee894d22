"""The rule set: what the policy generates, and what every decision is taken from."""
