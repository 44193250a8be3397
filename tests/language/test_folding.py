import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msu_desktop.language.folding import exact_words, fold, folded_words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ак-Суу району", "ак суу району аксуу"),
        ("КРнын Өкмөтү", "крнын окмоту кр"),
        ("№ 01-12/345", "01 12 345"),
        ("2021–2023-жылдарга", "2021 2023 жылдарга"),
        ("300гө чейин, 24,0 %", "300 го чейин 24 0 пайыз"),
        ("Т О К Т О М   К Ы Л А Т:", "токтом кылат"),
        ("мaмлeкеттик кeӊеш", "мамлекеттик кенеш"),
        ("IT-борбор", "it борбор itборбор"),
        ("объект, подъезд, ёлка", "обьект подьезд елка"),
        ("жергилик\u00adтүү", "жергиликтуу"),
        ("Ак-Суу жана Ак-Суу", "ак суу жана ак суу аксуу"),
        ("", ""),
        ("— … «»", ""),
    ],
)
def test_a_text_is_folded_for_search(text, folded):
    assert fold(text) == folded


def test_exact_words_keep_their_letters():
    assert exact_words("Тоң-Суу ӨКМӨТҮ №5") == ["тоң", "суу", "өкмөтү", "5"]
    assert folded_words("Тоң-Суу ӨКМӨТҮ №5") == ["тон", "суу", "окмоту", "5"]


@given(st.text())
@example("а-б-в-г")
@example("а б  в г")
@example("a-борбор")
@example("aбв")
@example("1а2б3")
@example("%")
def test_a_folded_text_folds_to_itself(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(alphabet="абкңөүАБӨ -/123a.,", max_size=30))
def test_case_never_matters_in_words(text):
    assert folded_words(text.upper()) == folded_words(text.lower())
