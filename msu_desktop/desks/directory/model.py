"""Rules of the directory: posts, limits of texts, what may not be entered."""

from datetime import date
from enum import StrEnum

from msu_desktop.office.calendar import DayKind, DayStatus
from msu_desktop.office.errors import N_, broken, sentence

NAME_LIMIT = 300
PERSON_LIMIT = 120
SHORT_LIMIT = 60
NOTE_LIMIT = 2000
CODE_DIGITS = 14
YEARS = range(1991, 2101)

ALREADY_SET_UP = sentence(
    "already_set_up", "The office is set up already: correct its data in the settings."
)
TERRITORY_CODE_WRONG = sentence(
    "territory_code_wrong", "A territory code has {digits} digits and begins with 417: check it."
)
ENDS_BEFORE_BEGINNING = sentence(
    "ends_before_beginning",
    "It ends on {valid_to}, before it begins on {valid_from}: correct the dates.",
)
PARTY_KNOWN = sentence(
    "party_known", "«{name}» is in the directory already: choose it there, or make the name differ."
)
MERGE_WITH_ITSELF = sentence(
    "merge_with_itself", "Choose two different entries to make one of them."
)
ALREADY_MERGED = sentence(
    "already_merged", "«{name}» was already made one with another entry: choose that entry."
)
CASE_INDEX_KNOWN = sentence(
    "case_index_known", "The index {index} is in the list of {year} already: choose another one."
)
NOTHING_TO_COPY = sentence(
    "nothing_to_copy", "The list of files of {year} is empty: there is nothing to copy."
)
YEAR_OUT_OF_RANGE = sentence(
    "year_out_of_range", "The year {year} cannot be right: enter a year from 1991 to 2100."
)


class Post(StrEnum):
    """The posts of an office that papers and rights speak of; any other post is ``other``."""

    HEAD = "head_of_aiyl_okmotu"
    DEPUTY_HEAD = "deputy_head"
    SECRETARY = "responsible_secretary"
    FINANCE = "head_of_finance_unit"
    KENESH_CHAIR = "kenesh_chair"
    SPECIALIST = "specialist"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _POST_LABELS[self]


_POST_LABELS = {
    Post.HEAD: N_("head of the aiyl okmotu"),
    Post.DEPUTY_HEAD: N_("deputy head of the aiyl okmotu"),
    Post.SECRETARY: N_("responsible secretary"),
    Post.FINANCE: N_("head of the finance and economy unit"),
    Post.KENESH_CHAIR: N_("chair of the kenesh"),
    Post.SPECIALIST: N_("specialist"),
    Post.OTHER: N_("other post"),
}


DAY_STATUS_LABELS = {
    DayStatus.VERIFIED: N_("verified"),
    DayStatus.CONFIRMED: N_("confirmed"),
    DayStatus.ESTIMATED: N_("expected date, may move"),
    DayStatus.UNVERIFIED: N_("not verified yet, may be changed"),
}
DAY_KIND_LABELS = {
    DayKind.DAY_OFF: N_("day off"),
    DayKind.WORKING: N_("working day by decision"),
    DayKind.SHORT: N_("shortened working day"),
    DayKind.WORKING_HOLIDAY: N_("working holiday"),
}


def check_span(valid_from: date | None, valid_to: date | None) -> None:
    """Refuse a validity that ends before it begins."""
    if valid_from and valid_to and valid_to < valid_from:
        raise broken(ENDS_BEFORE_BEGINNING, "valid_to", valid_from=valid_from, valid_to=valid_to)


def check_territory_code(code: str) -> None:
    """Refuse what cannot be a code of the state classifier of territorial units (TER-02)."""
    digits = code.isascii() and code.isdigit()
    if not digits or len(code) != CODE_DIGITS or not code.startswith("417"):
        raise broken(TERRITORY_CODE_WRONG, "territory_code", digits=CODE_DIGITS)


def check_year(year: int) -> None:
    """Refuse a year that is a slip of the keyboard."""
    if year not in YEARS:
        raise broken(YEAR_OUT_OF_RANGE, "year", year=year)


_TO_RUSSIAN = str.maketrans("ңөүҢӨҮ", "ноуНОУ")


def russian_place(place_ky: str) -> str:
    """Propose how Russian papers write a village: «Жаңы-Булак» becomes «Жаны-Булак»."""
    return place_ky.strip().translate(_TO_RUSSIAN)


def office_name(place: str, language: str) -> str:
    """Propose the name of an office from its place; empty while no place is typed."""
    place = place.strip()
    if not place:
        return ""
    return f"Айыл окмоту {place}" if language == "ru" else f"{place} айыл өкмөтү"
