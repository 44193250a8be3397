"""Official dates."""

from datetime import date


def short_date(day: date) -> str:
    """Write a date for tables and stamps: 17.12.2019, the same in all three languages."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"
