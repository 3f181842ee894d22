"""The site: pages generated from the policy."""
