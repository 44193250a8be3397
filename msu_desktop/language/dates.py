"""Dates as official papers write them.

The Kyrgyz forms stand in fixed tables: neither joining endings by rule nor the pattern of CLDR
(«2026-ж., 5-март») gives the form of acts, ``2026-жылдын 5-марты``. Russian and English stand
beside them, because a paper's language is chosen on the paper.
"""

from datetime import date, time
from typing import Literal

Case = Literal["nom", "gen", "dat", "acc", "loc", "abl", "attr"]
CASES: tuple[Case, ...] = ("nom", "gen", "dat", "acc", "loc", "abl", "attr")

DAY_OF_MONTH = tuple(
    dict(zip(CASES, row.split(), strict=True))
    for row in (
        "январы январынын январына январын январында январынан январындагы",
        "февралы февралынын февралына февралын февралында февралынан февралындагы",
        "марты мартынын мартына мартын мартында мартынан мартындагы",
        "апрели апрелинин апрелине апрелин апрелинде апрелинен апрелиндеги",
        "майы майынын майына майын майында майынан майындагы",
        "июну июнунун июнуна июнун июнунда июнунан июнундагы",
        "июлу июлунун июлуна июлун июлунда июлунан июлундагы",
        "августу августунун августуна августун августунда августунан августундагы",
        "сентябры сентябрынын сентябрына сентябрын сентябрында сентябрынан сентябрындагы",
        "октябры октябрынын октябрына октябрын октябрында октябрынан октябрындагы",
        "ноябры ноябрынын ноябрына ноябрын ноябрында ноябрынан ноябрындагы",
        "декабры декабрынын декабрына декабрын декабрында декабрынан декабрындагы",
    )
)
"""Months 1 to 12 with the possessive, by case: the form of acts, with the year before it."""

BARE_MONTH = tuple(
    dict(zip(CASES, row.split(), strict=True))
    for row in (
        "январь январдын январга январды январда январдан январдагы",
        "февраль февралдын февралга февралды февралда февралдан февралдагы",
        "март марттын мартка мартты мартта марттан марттагы",
        "апрель апрелдин апрелге апрелди апрелде апрелден апрелдеги",
        "май майдын майга майды майда майдан майдагы",
        "июнь июндун июнга июнду июнда июндан июндагы",
        "июль июлдун июлга июлду июлда июлдан июлдагы",
        "август августтун августка августту августта августтан августтагы",
        "сентябрь сентябрдын сентябрга сентябрды сентябрда сентябрдан сентябрдагы",
        "октябрь октябрдын октябрга октябрды октябрда октябрдан октябрдагы",
        "ноябрь ноябрдын ноябрга ноябрды ноябрда ноябрдан ноябрдагы",
        "декабрь декабрдын декабрга декабрды декабрда декабрдан декабрдагы",
    )
)
"""Months 1 to 12 without possessive and year: notices only («8-декабрда»)."""

RUSSIAN_MONTHS = (
    ("январь", "января", "январе"),
    ("февраль", "февраля", "феврале"),
    ("март", "марта", "марте"),
    ("апрель", "апреля", "апреле"),
    ("май", "мая", "мае"),
    ("июнь", "июня", "июне"),
    ("июль", "июля", "июле"),
    ("август", "августа", "августе"),
    ("сентябрь", "сентября", "сентябре"),
    ("октябрь", "октября", "октябре"),
    ("ноябрь", "ноября", "ноябре"),
    ("декабрь", "декабря", "декабре"),
)
"""Months 1 to 12: nominative, genitive, locative."""

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = {
    "ky": ["дүйшөмбү", "шейшемби", "шаршемби", "бейшемби", "жума", "ишемби", "жекшемби"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
YEAR = dict(
    zip(CASES, ["жыл", "жылдын", "жылга", "жылды", "жылы", "жылдан", "жылдагы"], strict=True)
)
YEARS = dict(
    zip(
        CASES,
        ["жылдар", "жылдардын", "жылдарга", "жылдарды", "жылдары", "жылдардан", "жылдардагы"],
        strict=True,
    )
)

_PHRASES: dict[str, dict[str, tuple[Case, str]]] = {
    "as of": {
        "ky": ("dat", "{} карата"),
        "ru": ("nom", "по состоянию на {}"),
        "en": ("nom", "as of {}"),
    },
    "until": {"ky": ("dat", "{} чейин"), "ru": ("nom", "до {}"), "en": ("nom", "until {}")},
    "since": {"ky": ("abl", "{} тартып"), "ru": ("nom", "с {}"), "en": ("nom", "from {}")},
}


def official_date(day: date, case: Case = "nom") -> str:
    """Write a date as Kyrgyz acts do: 2019-жылдын 17-декабрындагы."""
    return f"{day.year}-жылдын {_day(day, case)}"


def official_range(first: date, last: date) -> str:
    """Write a span of days: «2019-жылдын 3-декабрынан 16-декабрына чейин», both days included."""
    end = _day(last, "dat") if first.year == last.year else official_date(last, "dat")
    return f"{official_date(first, 'abl')} {end} чейин"


def long_date(day: date, language: str, case: Case = "nom") -> str:
    """Write a date in words of the paper's language; only Kyrgyz changes with the case."""
    if language == "ky":
        return official_date(day, case)
    if language == "ru":
        return f"{_russian_day(day)} {day.year} года"
    return f"{_english_day(day)} {day.year}"


def long_range(first: date, last: date, language: str) -> str:
    """Write a span of days in the paper's language; what repeats is said once."""
    if language == "ky":
        return official_range(first, last)
    start = str(first.day)
    if first.year != last.year:
        start = long_date(first, language)
    elif first.month != last.month:
        start = _russian_day(first) if language == "ru" else _english_day(first)
    pattern = "с {} по {}" if language == "ru" else "from {} to {}"
    return pattern.format(start, long_date(last, language))


def as_of(day: date, language: str) -> str:
    """Write «2026-жылдын 1-январына карата»."""
    return _phrase("as of", day, language)


def until(day: date, language: str) -> str:
    """Write «2026-жылдын 20-майына чейин»."""
    return _phrase("until", day, language)


def since(day: date, language: str) -> str:
    """Write «2024-жылдын 3-апрелинен тартып»."""
    return _phrase("since", day, language)


def short_date(day: date) -> str:
    """Write a date for tables and stamps: 17.12.2019, the same in all three languages."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def running_head_date(day: date, language: str) -> str:
    """Write a date for the running head of a paper: 17.12.2019-ж."""
    return short_date(day) + {"ky": "-ж.", "ru": " г."}.get(language, "")


def short_time(moment: time) -> str:
    """Write the time of a day: 09:05."""
    return f"{moment.hour:02}:{moment.minute:02}"


def weekday(day: date, language: str) -> str:
    """Name the day of the week."""
    return WEEKDAYS[language][day.weekday()]


def month_name(month: int, language: str) -> str:
    """Name a month, 1 to 12, by itself."""
    if language == "en":
        return ENGLISH_MONTHS[month - 1]
    return RUSSIAN_MONTHS[month - 1][0] if language == "ru" else BARE_MONTH[month - 1]["nom"]


def month_of_year(day: date, language: str) -> str:
    """Name the month as a period: «2026-жылдын февралы»."""
    if language == "ky":
        return f"{day.year}-жылдын {DAY_OF_MONTH[day.month - 1]['nom']}"
    name = month_name(day.month, language)
    return f"{name} {day.year} года" if language == "ru" else f"{name} {day.year}"


def in_month(day: date, language: str) -> str:
    """Say in which month: «2019-жылдын сентябрь айында»."""
    if language == "ky":
        return f"{day.year}-жылдын {month_name(day.month, 'ky')} айында"
    if language == "ru":
        return f"в {RUSSIAN_MONTHS[day.month - 1][2]} {day.year} года"
    return f"in {ENGLISH_MONTHS[day.month - 1]} {day.year}"


def year(number: int, case: Case = "nom") -> str:
    """Write a Kyrgyz year: 2026-жылга; the locative is «2026-жылы», in 2026."""
    return f"{number}-{YEAR[case]}"


def years(first: int, last: int, case: Case = "nom") -> str:
    """Write a span of Kyrgyz years: 2021-2023-жылдарга."""
    return f"{first}-{last}-{YEARS[case]}"


def _day(day: date, case: Case) -> str:
    return f"{day.day}-{DAY_OF_MONTH[day.month - 1][case]}"


def _russian_day(day: date) -> str:
    return f"{day.day} {RUSSIAN_MONTHS[day.month - 1][1]}"


def _english_day(day: date) -> str:
    return f"{day.day} {ENGLISH_MONTHS[day.month - 1]}"


def _phrase(name: str, day: date, language: str) -> str:
    case, pattern = _PHRASES[name][language]
    return pattern.format(long_date(day, language, case))
