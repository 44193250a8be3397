import sqlite3

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from msu_desktop.language.folding import fold
from msu_desktop.language.search import matches, parse_query, rank, read_synonyms, to_fts5
from tests.language.kyrgyz_vectors import vectors

MUST = vectors("match")
MUST_NOT = vectors("no_match")
TYPED = st.text(alphabet='абгкмнңоөптуүыАКӨҮЖБР 0123456789-№/"«»*()%:ёъa', min_size=0, max_size=25)


@pytest.fixture(scope="module")
def index():
    database = sqlite3.connect(":memory:")
    database.execute(
        "create virtual table folded using fts5"
        "(note, subject, tokenize = 'unicode61 remove_diacritics 0')"
    )
    yield database
    database.close()


def found_by_index(index, query, text):
    index.execute("delete from folded")
    index.execute("insert into folded values ('', ?)", [fold(text)])
    asked = to_fts5(parse_query(query), "subject")
    return bool(index.execute("select 1 from folded where folded match ?", [asked]).fetchall())


@pytest.mark.parametrize(("kind", "query", "text"), MUST)
def test_a_query_finds_what_the_clerk_means(index, kind, query, text):
    assert matches(query, text), kind
    assert found_by_index(index, query, text), kind


@pytest.mark.parametrize(("query", "text"), MUST_NOT)
def test_a_query_does_not_find_what_only_resembles(index, query, text):
    assert not matches(query, text)
    assert not found_by_index(index, query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ак-суу", "Аксуу айылы"),
        ("9-к", "№ 9-К буйрук"),
        ("9к", "№ 9-К буйрук"),
        ("к-31", "К-31 кайрылуу"),
        ("300", "300гө чейин"),
        ("КРнын", "Кыргыз Республикасынын мыйзамы"),
        ("КРнын", "КРга"),
        ("жөб", "ЖӨБдүн"),
        ("30 пайыз", "30%га"),
        ("30%", "30 пайызы"),
        ("айыл өкмөтүнүн", "АӨ буйругу"),
        ("тургундар", "жашоочулар"),
        ("мектеп айыл", "айылдык мектебинин"),
        ("н а р ы н", "Нарын"),
        ("", "ар кандай"),
    ],
)
def test_other_ways_to_ask(query, text):
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("жөб", "жобо жөнүндө"),
        ("кр", "кредит алуу"),
        ("ао", "аор"),
        ("93-б", "93 акт, бюджет"),
        ("к-31", "К-312"),
        ("к-31", "31 кат"),
        ("айыл өкмөтү", "өкмөттүн айыл чарбасы жок"),
        ("иш күн", "күнүмдүк башкаруу"),
    ],
)
def test_other_ways_not_to_find(query, text):
    assert not matches(query, text)


@given(TYPED, TYPED)
@example("30%", "30 %")
@example('"', "а")
@example("а NEAR б*", "а б")
def test_the_index_and_the_plain_rule_never_disagree(index, query, text):
    if parse_query(query).words:
        assert found_by_index(index, query, text) == matches(query, text)


@given(st.text(max_size=30))
@example("ab\x00c")
def test_any_query_may_be_typed(index, query):
    asked = to_fts5(parse_query(query))
    if asked:
        index.execute("select 1 from folded where folded match ?", [asked]).fetchall()


@given(st.text(max_size=30), st.text(max_size=10))
@example("²½", "")
def test_a_text_is_found_by_its_own_first_word(text, rest):
    words = fold(text).split()
    if words and len(words[0]) > 3 and words[0].isalpha():
        assert matches(words[0], text + " " + rest)


def test_the_exact_phrase_stands_first_and_other_letters_last():
    texts = [
        "айылдык тоң району",
        "тоң жана айыл",
        "тон айыл",
        "тон жана айыл",
    ]
    assert [rank("тоң айыл", text) for text in ["Тоң айылы", *texts]] == [0, 1, 1, 2, 3]


def test_an_abbreviation_answers_by_its_words_after_its_own_letters():
    assert rank("жөб", "ЖӨБ органы") == 0
    assert rank("жөб", "жергиликтүү өз алдынча башкаруу") == 3


def test_an_office_may_keep_its_own_synonyms():
    groups = read_synonyms([["клуб", "маданият үйү"], ["ТК", "тилкелик комиссия"]])
    assert matches(parse_query("клубдун", groups), "Маданият үйүнүн ремонту")
    assert matches(parse_query("тк", groups), "тилкелик комиссиясынын")
    assert not matches(parse_query("тк", groups), "ткань")


def test_nothing_asked_is_an_empty_expression():
    assert to_fts5(parse_query(" «» - ")) == ""
    assert to_fts5(parse_query("№ 62")) == '("62")'
