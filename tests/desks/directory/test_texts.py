"""Old files in 8-bit fonts, asked about from the command line."""

from msu_desktop.bootstrap.wiring import QUERIES
from msu_desktop.desks.directory.queries.texts import TextAsked, suggest_font_repair
from msu_desktop.language.font_repair import FontSystem
from msu_desktop.store.workplace import Workplace


def test_an_old_file_is_shown_before_and_after_with_its_doubtful_lines(office: Workplace) -> None:
    text = "Айылдык ке\\ешке\nк=рёштё мёк="
    repair = office.ask(suggest_font_repair, TextAsked(text=text))
    assert repair.system is FontSystem.A
    assert (repair.before, repair.after) == (text, "Айылдык кеңешке\nкүрөштө мөкү")
    assert [(line.number, line.doubtful) for line in repair.doubtful] == [(2, ("мөкү",))]


def test_a_right_text_is_given_back_as_it_is(office: Workplace) -> None:
    text = "Отчёт о подъезде к объекту: https://www.kenesh.kg/?p=5\n3+2=5"
    repair = office.ask(suggest_font_repair, TextAsked(text=text))
    assert (repair.system, repair.after, repair.doubtful) == (None, text, ())


def test_a_text_whose_font_is_not_certain_is_only_shown(office: Workplace) -> None:
    repair = office.ask(suggest_font_repair, TextAsked(text="жалган\\ы сөз"))
    assert (repair.system, repair.after) == (None, "жалган\\ы сөз")
    assert repair.doubtful[0].doubtful == ("жалган\\ы",)


def test_the_command_line_knows_the_question() -> None:
    assert QUERIES["suggest_font_repair"] is suggest_font_repair
