"""The words of the journals' forms in both official languages, as resources/forms keeps them."""

from enum import StrEnum
from functools import cache

import msgspec

from msu_desktop.office.errors import N_
from msu_desktop.office.places import RESOURCES
from msu_desktop.paper.sheet import Align, Caption, Column

CENTRED = frozenset({"sheets", "due", "dispatch", "case_index"})


class PaperLanguage(StrEnum):
    """In which language a paper is printed; in both, Kyrgyz comes first."""

    KY = "ky"
    RU = "ru"
    BOTH = "ky+ru"

    @property
    def label(self) -> str:
        """Return the English words to translate."""
        return _LANGUAGE_LABELS[self]

    @property
    def first(self) -> str:
        """Return the language of all that is not printed twice."""
        return "ru" if self is PaperLanguage.RU else "ky"


_LANGUAGE_LABELS = {
    PaperLanguage.KY: N_("Kyrgyz"),
    PaperLanguage.RU: N_("Russian"),
    PaperLanguage.BOTH: N_("Kyrgyz and Russian"),
}


class Words(msgspec.Struct, frozen=True):
    """A text of a form in both languages, with ``{facts}`` in it."""

    ky: str
    ru: str

    def on(self, language: PaperLanguage, **facts: object) -> str:
        """Return the text of a cell in the paper's first language."""
        text = self.ru if language.first == "ru" else self.ky
        return text.format(**facts)

    def caption(self, language: PaperLanguage) -> Caption:
        """Return the text as a caption, in both languages when the paper is in both."""
        return captioned(self.ky, self.ru, language)


class ColumnWords(Words, frozen=True):
    """A column of a form: what of the paper it shows, its captions, its width in mm."""

    shows: str
    mm: float

    def column(self, language: PaperLanguage) -> Column:
        """Return the column as it is laid out."""
        caption = self.caption(language)
        align = Align.CENTRE if self.shows in CENTRED else Align.LEFT
        return Column(caption.title, caption.subtitle, self.mm, align)


class JournalForm(msgspec.Struct, frozen=True):
    """A journal: its title and columns."""

    title: Words
    columns: tuple[ColumnWords, ...]


class JournalWords(msgspec.Struct, frozen=True):
    """What all journals say, and the journals by the code of their form.

    ``sheet_forms`` are the Russian forms of «лист» after 1, 2 and 5.
    """

    begun: Words
    ended: Words
    bound: Words
    sheet_forms: tuple[str, str, str]
    seal: Words
    year: Words
    annulled: Words
    reply: Words
    executed: Words
    provisional: Words
    secretary: Words
    head: Words
    dispatch: dict[str, Words]
    forms: dict[str, JournalForm]


@cache
def journal_words() -> JournalWords:
    """Load the words of the journals."""
    content = (RESOURCES / "forms" / "journals.json").read_bytes()
    return msgspec.json.decode(content, type=JournalWords)


def captioned(ky: str, ru: str, language: PaperLanguage) -> Caption:
    """Return a text in the paper's language; in both, Russian stands beneath."""
    if language is PaperLanguage.BOTH:
        return Caption(ky, ru)
    return Caption(ru if language is PaperLanguage.RU else ky)
