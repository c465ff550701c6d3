"""Brackets and what follows a comma: kept where they tell the job, left out where they tell its terms."""

from __future__ import annotations

import pytest

from indexer.linking.asides import is_condition
from indexer.linking.title_variants import title_variants


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Montør (ventilation og køl)", "Montør ventilation og køl"),
        ("Assistent (lager), aften", "Assistent lager"),
        ("Konsulent (rekruttering), barselsvikar", "Konsulent rekruttering"),
        ("Driver, HGV [class 1]", "Driver, HGV class 1"),
        ("Maler, industri (sprøjtemaling)", "Maler, industri sprøjtemaling"),
    ],
)
def test_what_brackets_tell_of_the_job_is_kept(written: str, title: str) -> None:
    assert title_variants(written)[0] == title


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Brandmand (deltid)", "Brandmand"),
        ("Kok (32 timer)", "Kok"),
        ("Kok (Aarhus)", "Kok"),
        ("Stock clerk (nights)", "Stock clerk"),
        ("Fiskeopdrætter, medhj.", "Fiskeopdrætter"),
        ("Mekaniker i.a.n.", "Mekaniker"),
        ("Arbejde i gartneri uden ledelsesansvar", "Arbejde i gartneri"),
    ],
)
def test_what_brackets_tell_of_terms_and_a_registers_tail_are_left_out(written: str, title: str) -> None:
    assert title_variants(written)[0] == title


@pytest.mark.parametrize("words", ["nats " * 100 + "x", "1 1,1 " * 60 + "x", "alm. " * 80 + "x", "natnat" * 60 + "x"])
def test_a_long_row_of_such_words_with_another_behind_it_is_no_condition(words: str) -> None:
    assert not is_condition(words)
