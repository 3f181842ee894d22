"""The language reference: how a policy is written, from its schemas and the code's declarations."""
