"""Licences by their bare letter, names that nobody listed, and the nationality of others."""

import pytest

from taxonomy.catalog import Catalog
from taxonomy.reading.reader import reader_of
from tests.taxonomy.reading.small_catalog import demands

IN_TEXT = [
    ("C er nok, E ikke nødv.", {"driving_licence C!"}),
    ("CE og kval.bevis i orden", {"driving_licence C/E!", "certificate chaufføruddannelsesbevis!"}),
    ("Maskinen skal CE-mærkes", set()),
    ("Hus C er nyt", set()),
    ("Truckcertifikat A eller B er en fordel", {"certificate truckcertifikat A?", "certificate truckcertifikat B?"}),
    ("Det er en fordel med Flobobjax", {"skill flobobjax?"}),
    ("Du kender OptiQ12", {"skill optiq12!"}),
    ("Gerne fra Odense", set()),
    ("Bestyrelsen er græsk", set()),
    ("Fabrikkerne taler ikke engelsk", set()),
    ("Arbejdssproget er engelsk", {"language engelsk!"}),
    ("Kørekort B, truckcertifikat er underordnet", {"driving_licence B!", "certificate truckcertifikat-"}),
]


@pytest.mark.parametrize(("text", "found"), IN_TEXT)
def test_bare_names_are_read_where_the_words_ask_for_them(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("brolæger", "brolaegger"),  # a letter lost, no kind of doctor
        ("skolelæger", "laege"),
        ("lægesek", "laegesekretaer"),
        ("jdm Riget", "jordemoder"),
        ("industritekn", "industritekniker"),
        ("sygeplejske nat", "sygeplejerske"),
    ],
)
def test_titles_that_are_cut_short_or_misspelt_are_found(catalog: Catalog, title: str, occupation: str) -> None:
    reader = reader_of(catalog)
    assert occupation in {meant.occupation for one in reader.found_titles(reader.cut(title)) for meant in one.meant}
