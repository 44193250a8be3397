from time import perf_counter

import pytest

from msu_desktop.language.folding import fold
from msu_desktop.language.font_repair import join_line_ends, suggest_repair
from msu_desktop.language.lookalikes import repair_letters
from msu_desktop.language.sorting import sort_key


@pytest.mark.parametrize("work", [fold, sort_key, repair_letters, suggest_repair, join_line_ends])
@pytest.mark.parametrize(
    "sign", ["а", "a", "=", "\\", "-", "1", "а-", "а ", "1а", "К", "@", "а.", "ё"]
)
def test_a_long_text_without_spaces_is_no_trap(work, sign):
    text = sign * (30_000 // len(sign)) + "1-"
    start = perf_counter()
    work(text)
    assert perf_counter() - start < 2
