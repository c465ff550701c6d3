"""What a CV's running text tells as done is told apart from what it wishes for and what it denies."""

from __future__ import annotations

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_cv
from taxonomy.reading.cvs.doing import DONE, NEITHER, told_of
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.referring import WISHED
from taxonomy.reading.reader import reader_of

TOLD = [
    ("Jeg har kørt truck i seks år.", "truck", DONE),
    ("Kan også svejse.", "svejse", DONE),
    ("Vil meget gerne over i it-support.", "it-support", WISHED),
    ("Skifter gerne spor til it-support, den familien ringer til.", "it-support", WISHED),
    ("Søger arbejde på lager.", "lager", WISHED),
    ("Jeg har kørt truck og søger arbejde på kontor.", "truck", DONE),
    ("Har aldrig kørt truck.", "truck", NEITHER),
    ("Er i gang med at tage svejsekursus.", "svejsekursus", NEITHER),
    ("Gerne praktik i en kantine.", "kantine", WISHED),
]


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


@pytest.mark.parametrize(("text", "what", "told"), TOLD)
def test_what_is_done_is_told_apart_from_what_is_wished(catalog: Catalog, text: str, what: str, told: str) -> None:
    start = text.index(what)
    assert told_of(text, [(start, start + len(what))], reader_of(catalog)) == [told]


def test_a_skill_that_is_only_wished_for_is_not_held(catalog: Catalog) -> None:
    wishing = read_cv(headline="Frisør", text="Vil gerne over i it-support.", catalog=catalog)
    working = read_cv(headline="Frisør", text="Har arbejdet med it-support.", catalog=catalog)
    assert "it-support" not in {found.key for found in wishing.held}
    assert "it-support" in {found.key for found in working.held}


@pytest.mark.parametrize(
    ("text", "licences", "key", "quote"),
    [
        ("Jeg har ikke truckcertifikat.", (), "truckcertifikat", "har ikke truckcertifikat"),
        ("Truck B udløb i 2019.", (), "truckcertifikat B", "Truck B udløb i 2019"),
        ("Bud.", ("kørekort B (frakendt)",), "B", "kørekort B (frakendt)"),
    ],
)
def test_a_denial_is_quoted_with_what_denies(
    catalog: Catalog, text: str, licences: tuple[str, ...], key: str, quote: str
) -> None:
    read = read_cv(headline="", text=text, licences=licences, catalog=catalog)
    assert (key, quote) in {(found.key, found.quote.text) for found in read.denied}
    for found in read.denied:
        source = licences[found.quote.index or 0] if found.quote.field == "licences" else text
        assert source[found.quote.start : found.quote.end] == found.quote.text


@pytest.mark.parametrize(
    "text",
    [
        "Antrag auf Autorisation als SSA läuft seit Juli.",
        "Application for authorisation as a nurse is pending.",
        "Har søgt om autorisation som sygeplejerske og afventer svar.",
        "My driving licence C is pending.",
        "Чекаю на водійські права категорії B.",
    ],
)
def test_a_paper_that_is_applied_for_is_neither_held_nor_denied(catalog: Catalog, text: str) -> None:
    read = read_cv(headline="", text=text, catalog=catalog)
    assert not [found for found in (*read.held, *read.denied) if found.kind != RequirementKind.SKILL]
