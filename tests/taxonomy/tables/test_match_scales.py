"""The scale of match categories is data with dates; a broken one is refused with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.files import TaxonomyFileError
from taxonomy.tables.match_scales import load_match_scales, match_categories

BEFORE, AFTER = date(2009, 12, 31), date(2010, 1, 1)
KINDS = load_catalog().order_kinds
NEW = """
[match_1_3]
label = "Matchgruppe 1-3"
valid_from = 2010-01-01
categories = { "1" = "jobklar", "2" = "indsatsklar", "3" = "midlertidigt passiv" }
kinds = { ordinaer = [1], virksomhedspraktik = [1, 2] }
ready = [1]
"""


@pytest.fixture
def scales(folder: Path) -> Path:
    """The bundled scales and a new one from 2010."""
    file = folder / "match_scales.toml"
    old, began = file.read_text(encoding="utf-8"), "valid_from = 2004-01-01"
    file.write_text(old.replace(began, f"{began}\nvalid_to = 2009-12-31") + NEW, encoding="utf-8")
    return file


def test_a_new_match_scale_replaces_the_old_from_its_first_day(scales: Path) -> None:
    catalog = load_catalog(scales.parent)
    before, after = catalog.match_scale(BEFORE), catalog.match_scale(AFTER)
    assert before
    assert after
    assert before.ready == (1, 2, 3)
    assert after.key == "match_1_3"
    assert after.categories[2] == "indsatsklar"
    assert after.kinds == {"ordinaer": (1,), "virksomhedspraktik": (1, 2)}
    assert catalog.match_scale(date(2003, 12, 31)) is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("valid_to = 2009-12-31", "", "gælder endnu, når"),
        ("ordinaer = [1]", "ordiner = [1]", "ukendte ordretype ordiner"),
        ("ordinaer = [1]", "ordinaer = [4]", "kinds har 4"),
        ("ready = [1]\n", "ready = [9]\n", "ready har 9"),
        ('"3" = "midlertidigt passiv"', '"300" = "passiv"', "over 255"),
        ('"3" = "midlertidigt passiv"', '"C" = "passiv"', "er ikke et tal"),
        ("ordinaer = [1]", "ordinaer = 1", "skal være en liste"),
    ],
)
def test_a_broken_scale_is_refused_with_its_line(scales: Path, old: str, new: str, said: str) -> None:
    scales.write_text(scales.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(TaxonomyFileError, match=rf"match_scales.toml, linje \d+: .*{said}"):
        load_match_scales(scales, KINDS)


def test_the_categories_that_a_cv_may_name_are_those_of_the_scales() -> None:
    assert match_categories() == (1, 2, 3, 4, 5)
