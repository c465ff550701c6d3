"""Titles are bared of what is no title."""

from __future__ import annotations

import pytest

from indexer.linking.title_variants import MOST_VARIANTS, title_variants


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("elektriker", "elektriker"),
        ("Vi søger en engageret elektriker til Esbjerg!", "elektriker"),
        ("lagermedarbejder (m/k)", "lagermedarbejder"),
        ("rengøringsassistent 15 t/uge", "rengøringsassistent"),
        ("2 stk. murere søges", "murere"),
        ("pædagogmedhjælper 25-30 timer, start hurtigst", "pædagogmedhjælper"),
        ("butiksassistent, Køge", "butiksassistent"),
        ("kok i Aarhus", "kok"),
        ("Barselsvikar - lægesekretær", "lægesekretær"),
        ("chauffør C/E", "chauffør C/E"),
        ("programmør C#", "programmør C#"),
        ("Senior controller", "controller"),
        ("CAMAREROS DE BARRA", "camareros de barra"),
        ("SSA", "SSA"),
        ("Verkäufer/-in", "Verkäufer"),
        ("Kaufmann/-frau", "Kaufmann"),
        ("Pfleger*in (m/w/d)", "Pfleger"),
        ("Técnico/a de nóminas", "Técnico de nóminas"),
        ("Opiekun/ka medyczny/a", "Opiekun medyczny"),
        ("Accountant II", "Accountant"),
        ("Jr. Buyer", "Buyer"),
    ],
)
def test_noise_around_a_title_is_taken_away(written: str, title: str) -> None:
    assert title_variants(written) == (title,)


def test_alternatives_are_also_looked_at_one_by_one() -> None:
    assert title_variants("bogtrykker / offsettrykker") == ("bogtrykker / offsettrykker", "bogtrykker", "offsettrykker")


def test_work_as_registers_name_it_is_also_the_worker() -> None:
    assert title_variants("sygeplejerskearbejde") == ("sygeplejerskearbejde", "sygeplejerskearbejder", "sygeplejerske")


@pytest.mark.parametrize("text", ["", " ", "(m/k)", "!!!", "søges", "37 timer", "😀", "\u202e", "Odense"])
def test_what_is_no_title_is_still_one_wording(text: str) -> None:
    assert len(title_variants(text)) == 1


def test_a_very_long_text_gives_few_short_variants() -> None:
    found = title_variants("maler / murer eller " * 10_000)

    assert len(found) <= MOST_VARIANTS
    assert max(map(len, found)) <= 300


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Rengøringsarbejde, undtagen i private hjem", "Rengøringsarbejde"),
        ("Salgsarbejde i øvrigt", "Salgsarbejde"),
        ("Andet kontorarbejde", "kontorarbejde"),
        ("Lagerarbejde m.v.", "Lagerarbejde"),
        ("Lagerarbejde m.m.", "Lagerarbejde"),
        ("Salgsarbejde ikke klassificeret andetsteds", "Salgsarbejde"),
        ("Receptionistarbejde undt. på hoteller", "Receptionistarbejde"),
        ("Skomagerarbejde og beslægtet arbejde", "Skomagerarbejde"),
        ("Ledelse af hovedaktiviteten inden for ældreplejen", "Ledelse inden for ældreplejen"),
    ],
)
def test_what_a_register_leaves_out_or_leaves_open_is_no_title(title: str, bare: str) -> None:
    assert title_variants(title)[0] == bare


def test_what_a_register_includes_is_also_left_out_in_another_wording() -> None:
    assert "Børnepasningsarbejde" in title_variants("Børnepasningsarbejde, inkl. dagpleje")


def test_work_on_a_joining_s_keeps_it_in_the_workers_title() -> None:
    assert "Rengøringsarbejder" in title_variants("Rengøringsarbejde")
