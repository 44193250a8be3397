"""Measurements against the limits, each module in a process of its own."""
