"""A word on -er that names several places or machines is nobody's title."""

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField


def _occupations(title: str) -> set[str]:
    return {one.occupation for one in read_order([TextField("title", title)], load_catalog()).occupations}


def test_a_wind_turbine_is_no_miller() -> None:
    assert "sukkerfabriksarbejder" not in _occupations("Service på vindmøller")


def test_pharmacies_that_are_driven_to_are_no_pharmacist() -> None:
    assert "apoteker" not in _occupations("Kørsel med medicin til apoteker")
    assert _occupations("Apoteker") == {"apoteker"}
