"""Fill the places of a subject: villages, streets, years, months and quarters in their cases."""

from datetime import date, timedelta
from random import Random

from msu_desktop.demo import words
from msu_desktop.language import dates
from msu_desktop.language.dates import Case
from msu_desktop.office.roman import roman

_VILLAGE: dict[Case, str] = {
    "gen": "айылынын",
    "dat": "айылына",
    "loc": "айылында",
    "attr": "айылындагы",
}
_STREET: dict[Case, str] = {
    "gen": "көчөсүнүн",
    "dat": "көчөсүнө",
    "loc": "көчөсүндө",
    "attr": "көчөсүндөгү",
}


def filled(text: str, day: date, random: Random) -> str:
    """Return the text of a letter of this day with its places filled, beginning with a capital."""
    village = random.choice(words.office().villages)
    street = random.choice(words.people().streets)
    places = {
        **{f"village_{case}": f"{village} {form}" for case, form in _VILLAGE.items()},
        **{f"street_{case}": f"{street} {form}" for case, form in _STREET.items()},
        **_times(day),
        "until": dates.until(day + timedelta(days=random.randint(10, 25)), "ky"),
    }
    done = text.format_map(places)
    return done[:1].upper() + done[1:]


def _times(day: date) -> dict[str, str]:
    years = {"last_year": day.year - 1, "year": day.year, "next_year": day.year + 1}
    quarter_end = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1) - timedelta(days=1)
    quarter = f"{dates.year(quarter_end.year, 'gen')} {roman(quarter_end.month // 3)} чейрегиндеги"
    cases: tuple[Case, ...] = ("gen", "dat", "loc", "attr")
    month = dates.DAY_OF_MONTH[day.month - 1]["attr"]
    return {
        **{f"{name}_{case}": dates.year(of, case) for name, of in years.items() for case in cases},
        "quarter_attr": quarter,
        "month_attr": f"{dates.year(day.year, 'gen')} {month}",
        "as_of": dates.as_of(day.replace(day=1), "ky"),
    }
