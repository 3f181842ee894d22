"""The rules in Rego, for Open Policy Agent and conftest."""
