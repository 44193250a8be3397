"""The desks of the office, each with the same five rooms."""
