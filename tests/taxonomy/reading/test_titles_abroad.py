"""Names of jobs in the languages that CVs come in."""

from taxonomy.catalog import load_catalog
from taxonomy.reading.job_titles.titles_abroad import folded_name, folded_titles_abroad, titles_abroad


def test_every_name_stands_for_an_occupation_of_the_taxonomy() -> None:
    assert {occupation for _, occupation in titles_abroad()} <= load_catalog().occupations.keys()


def test_a_name_is_known_in_the_forms_of_its_language() -> None:
    forms = {"kucharzem", "ككهربائي", "кухарем", "Hausmeisterin", "kuaförlük"}

    assert {folded_name(form) for form in forms} <= folded_titles_abroad()


def test_no_form_stands_for_two_occupations() -> None:
    meant: dict[str, set[str]] = {}
    for name, occupation in titles_abroad():
        meant.setdefault(folded_name(name), set()).add(occupation)

    assert {name: found for name, found in meant.items() if len(found) > 1} == {}
