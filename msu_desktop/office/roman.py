"""Roman numerals, both ways, as sessions and convocations of a kenesh are numbered."""

from msu_desktop.office.errors import broken, sentence

NOT_ROMAN = sentence("not_roman", "{text} is not a Roman numeral from I to MMMCMXCIX: correct it.")

_ROMAN = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90, "L": 50, "XL": 40,
    "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip


def roman(number: int) -> str:
    """Write a number from 1 to 3999 in Roman numerals."""
    if not 1 <= number <= 3999:
        raise broken(NOT_ROMAN, text=str(number))
    written = ""
    for sign, value in _ROMAN.items():
        times, number = divmod(number, value)
        written += sign * times
    return written


def from_roman(text: str) -> int:
    """Read Roman numerals in the one right spelling, small letters too."""
    letters = text.strip().upper()
    number, rest = 0, letters
    for sign, value in _ROMAN.items():
        while rest.startswith(sign):
            number, rest = number + value, rest.removeprefix(sign)
    if rest or not 1 <= number <= 3999 or roman(number) != letters:
        raise broken(NOT_ROMAN, text=text)
    return number
