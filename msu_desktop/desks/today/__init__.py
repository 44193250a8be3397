"""The first page of the day: what waits, what is urgent, what the calendar brings."""
