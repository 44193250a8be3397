import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.language.font_repair import FontSystem, join_line_ends, recognise, suggest_repair
from msu_desktop.language.sorting import ALPHABET, sort_key
from msu_desktop.office.places import RESOURCES
from tests.language.kyrgyz_vectors import vectors

FONT_A, FONT_B, UNCHANGED = vectors("font_a"), vectors("font_b"), vectors("unchanged")


@pytest.mark.parametrize(("source", "before", "after"), FONT_A)
def test_a_line_in_font_a_is_repaired(source, before, after):
    suggestion = suggest_repair(before)
    assert suggestion is not None, source
    assert (suggestion.system, suggestion.after) == (FontSystem.A, after)
    assert (suggestion.before, suggestion.lines[0].before) == (before, before)


@pytest.mark.parametrize(("source", "before", "after"), FONT_B)
def test_a_line_in_font_b_is_repaired(source, before, after):
    suggestion = suggest_repair(before)
    assert suggestion is not None, source
    assert (suggestion.system, suggestion.after) == (FontSystem.B, after)


@pytest.mark.parametrize(("source", "text", "why"), UNCHANGED)
def test_a_right_text_stays_as_it_is(source, text, why):
    assert suggest_repair(text) is None, (source, why)


@pytest.mark.parametrize("font", [FONT_A, FONT_B])
def test_right_lines_stay_right_inside_a_document_of_an_old_font(font):
    right = [text for _, text, _ in UNCHANGED]
    document = "\n".join([before for _, before, _ in font] + right)
    suggestion = suggest_repair(document)
    assert suggestion.after == "\n".join([after for _, _, after in font] + right)
    assert [line.number for line in suggestion.lines] == list(range(1, len(font) + 1))


def test_the_system_is_decided_for_the_document_and_not_for_the_line():
    assert suggest_repair("ке\\еш\nк=н").after == "кеңеш\nкүн"
    assert suggest_repair("к\\н\nкеёеш, ъкмът").after == "күн\nкеңеш, өкмөт"


def test_a_repair_that_the_dictionary_does_not_know_is_shown_as_doubtful():
    suggestion = suggest_repair("к=рёштё\nмёк=")
    assert suggestion.after == "күрөштө\nмөкү"
    assert [(line.number, line.doubtful) for line in suggestion.doubtful] == [(2, ("мөкү",))]


def test_signs_that_do_not_tell_the_font_are_shown_and_not_changed():
    suggestion = suggest_repair("жалган\\ы сөз")
    assert (suggestion.system, suggestion.after) == (None, "жалган\\ы сөз")
    assert suggestion.doubtful[0].doubtful == ("жалган\\ы",)


def test_short_u_is_repaired_only_where_the_dictionary_agrees():
    suggestion = suggest_repair("Жогорку Кеўеш, воўка")
    assert (suggestion.system, suggestion.after) == (
        FontSystem.SHORT_U,
        "Жогорку Кеңеш, воўка",
    )
    assert suggest_repair("мова ўсім") is None


@pytest.mark.parametrize("text", ["принтер+сканер", "Ош+Баткен", "ноутбук + принтер"])
def test_a_plus_between_two_words_is_no_letter(text):
    assert suggest_repair(text) is None


def test_a_word_in_capitals_stays_in_capitals():
    assert suggest_repair("КЕ\\ЕШ, Г=лмайрам").after == "КЕҢЕШ, Гүлмайрам"


@given(st.text(alphabet=ALPHABET.replace("ё", "").replace("ъ", "") + " .,-\n", max_size=60))
def test_a_text_without_old_signs_is_never_touched(text):
    assert suggest_repair(text) is None


@given(st.text(alphabet='абкңөүёъў=+\\ \n12:/"', max_size=40))
def test_any_text_may_be_examined(text):
    suggestion = suggest_repair(text)
    assert suggestion is None or suggestion.before == text
    assert suggestion is not None or recognise(text) in {None, FontSystem.A, FontSystem.B}


@pytest.mark.parametrize(
    ("broken", "joined", "doubtful"),
    [
        ("маселе-\nлери каралды", "маселелери каралды", ()),
        ("Кара-\nБалта шаары", "Кара-Балта шаары", ()),
        ("15-\nиюнунда", "15-июнунда", ()),
        ("иш-\nчаралардын планы", "иш-чаралардын планы", ()),
        ("ата-\nэнелер", "ата-энелер", ("ата-энелер",)),
        ("бир\nэки", "бир\nэки", ()),
    ],
)
def test_words_broken_at_line_ends_are_joined_by_the_dictionary(broken, joined, doubtful):
    assert join_line_ends(broken) == (joined, doubtful)


def test_the_dictionary_is_kept_in_alphabetical_order_without_doubles():
    words = (RESOURCES / "language" / "words.txt").read_text(encoding="utf-8").split()
    assert words == sorted(set(words), key=sort_key)
    assert all(word == word.lower() for word in words)
