"""The fields of a form: each has a label, a value, a note and a place for its problem."""
