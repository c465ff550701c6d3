"""Callers, employers and CVs name machines, papers and crafts in their own words; ordinary words stay what they are."""

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField
from taxonomy.reading.reader import reader_of


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def keys_of(text: str, catalog: Catalog) -> set[str]:
    return {found.key for found in read_order([TextField("text", text)], catalog).requirements}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Du skal kunne køre høje reoler.", "reachtruck"),
        ("Erfaring med modvægtstruck er en fordel.", "modvægtstruck"),
        ("Kendskab til medbringertruck er et plus.", "medbringertruck"),
        ("Du skal have erfaring med forvogn.", "forvognskørsel"),
        ("Du skal have truckpas.", "truckcertifikat"),
        ("Tachokort er et krav.", "førerkort til takograf"),
        ("5 dages efteruddannelse er et krav.", "chaufføruddannelsesbevis"),
        ("Du skal have svejsecertifikat proces 141.", "svejsecertifikat TIG"),
        ("Du skal kunne svejse med rørtråd.", "MIG/MAG-svejsning"),
        ("Erfaring med skydelærer er en fordel.", "måleværktøj"),
        ("Du skal kunne montere veluxvinduer.", "ovenlysvinduer"),
        ("Du skal kunne sætte klinker.", "flisemurerarbejde"),
        ("Kendskab til pex-rør er en fordel.", "vvs-installation"),
        ("Du skal kunne slibe knive.", "knivslibning"),
        ("Du skal kunne skifte tandrem.", "tandrem og motor"),
        ("Du skal kunne rense tæpper.", "tæpperens"),
        ("Erfaring med kipsteger er en fordel.", "køkkenmaskiner"),
        ("Du skal kunne rydde borde.", "afrydning"),
        ("Erfaring med farestald er en fordel.", "svinepasning"),
        ("Du skal kunne vende sengeliggende.", "sengelejring"),
        ("Du skal kunne hælde medicin op.", "medicinhåndtering"),
        ("Vi søger en uddannet sosu ass.", "social- og sundhedsassistent"),
        ("Eub er et krav.", "chaufføruddannelsesbevis"),
        ("Gyldig offshoreattest er et krav.", "helbredsattest til offshore"),
        ("Du skal have erfaring med vinylgulve og lino.", "linoleum og vinyl"),
        ("Du skal kunne læse snittegninger.", "tegningsforståelse"),
        ("Vas trin 1 er et krav.", "vejen som arbejdsplads"),
        ("Du har kørekort og bil.", "egen bil"),
    ],
)
def test_an_everyday_wording_is_read_as_what_it_names(text: str, key: str, catalog: Catalog) -> None:
    assert key in keys_of(text, catalog)


@pytest.mark.parametrize("word", ["indtjening", "forestilling", "udfordre", "brødre", "klokker", "lidelse"])
def test_an_ordinary_word_is_no_slip_of_a_wording(word: str, catalog: Catalog) -> None:
    assert [found.text for found in reader_of(catalog).cut(word)] == [word]
    assert reader_of(catalog).cut(word)[0].key == word.replace("ø", "oe")
