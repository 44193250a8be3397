from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.paper.wrapping import wrap


def letters(text: str) -> float:
    return float(len(text))


TEXTS = st.text(alphabet="аәбөүңкртсл -/№.1«»\n", max_size=120)


@given(TEXTS, st.integers(1, 30))
def test_no_line_is_wider_than_its_column(text, room):
    assert all(letters(line) <= room for line in wrap(text, room, letters))


@given(st.lists(st.text(alphabet="кеңешөүр", min_size=1, max_size=9), max_size=12))
def test_no_word_is_lost_or_divided_when_each_fits(words):
    lines = wrap(" ".join(words), 9, letters)
    assert " ".join(lines).split() == words


def test_a_number_stays_with_its_sign_and_an_initial_with_its_surname():
    assert wrap("жооп № 12", 7, letters) == ("жооп", "№ 12")
    assert wrap("Айтты Н. Өрүктөев", 12, letters) == ("Айтты", "Н. Өрүктөев")


def test_a_long_word_is_divided_between_syllables_with_a_hyphen():
    assert wrap("Барактардын", 7, letters) == ("Барак-", "тардын")
    assert wrap("Эскертүү", 6, letters) == ("Эскер-", "түү")


def test_a_double_name_is_divided_at_its_hyphen_without_a_second_one():
    assert wrap("ветеринардык-санитардык", 14, letters) == ("ветеринардык-", "санитардык")


def test_an_index_is_divided_after_its_slash():
    assert wrap("01-12/312", 6, letters) == ("01-12/", "312")


def test_a_long_run_of_digits_is_divided_anywhere_and_keeps_every_digit():
    assert wrap("12345678", 3, letters) == ("123", "456", "78")


def test_lines_the_clerk_made_are_kept():
    assert wrap("бир\n\nэки", 10, letters) == ("бир", "", "эки")


def test_an_empty_text_is_one_empty_line():
    assert wrap("", 10, letters) == ("",)
