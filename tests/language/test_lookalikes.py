import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from msu_desktop.language.lookalikes import repair_letters
from msu_desktop.office.errors import RuleBroken


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("кеӊири колдонулган", "кеңири колдонулган"),
        ("ѳз алдынча, жѳнѳтүү", "өз алдынча, жөнөтүү"),
        ("ҰНКҰР ӫзѳн", "ҮНКҮР өзөн"),
        ("мaмлeкеттик кaттоо", "мамлекеттик каттоо"),
        ("KPнын Өкмөтү", "КРнын Өкмөтү"),
        ("жергилик\u00adтүү\u200b", "жергиликтүү"),
        ("кызматкеи\u0306", "кызматкей"),
    ],
)
def test_look_alike_letters_are_corrected_when_a_text_is_kept(typed, kept):
    repaired = repair_letters(typed)
    assert (repaired.text, repaired.changed) == (kept, True)


def test_the_clerk_is_told_which_words_were_corrected():
    assert repair_letters("мaмлeкеттик иш, ѳз").words == (
        ("мaмлeкеттик", "мамлекеттик"),
        ("ѳз", "өз"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ак-Суу району, № 12/3-б",
        "IT борбору",
        "IT-борбор",
        "USBга жазуу",
        "katchy@mail.kg",
        "каtchy@mail.kg",
        "https://www.минюст.kg/архив?cат=1",
        "www.кенеш.kg",
        "кeңeш.kg",
        r"C:\Документтeр\Токтом",
        "Tom Cat",
        "биринчи\nэкинчи\tүчүнчү",
        "",
    ],
)
def test_latin_words_and_addresses_stay_untouched(text):
    repaired = repair_letters(text)
    assert (repaired.text, repaired.words, repaired.changed) == (text, (), False)


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x85", "\ud800", "\u202e"])
def test_an_unprintable_sign_is_refused(sign):
    with pytest.raises(RuleBroken) as refused:
        repair_letters(f"Бюджет{sign} жөнүндө", "subject")
    assert (refused.value.code, refused.value.facts) == ("control_sign", {"before": "Бюджет"})
    assert refused.value.problem.field == "subject"


@given(st.text())
def test_a_repaired_text_needs_no_second_repair(text):
    try:
        once = repair_letters(text)
    except RuleBroken:
        return
    assert repair_letters(once.text).text == once.text
    assert unicodedata.is_normalized("NFC", once.text)
