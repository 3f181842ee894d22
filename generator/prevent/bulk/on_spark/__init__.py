"""Registers decided on Spark: one's own machine, or a cluster."""
