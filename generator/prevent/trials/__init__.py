"""The policy's own tests: reading and running them, and what they leave unshown."""
