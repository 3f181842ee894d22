"""The policy owner's own tests: reading and running them, and what they leave unshown."""
