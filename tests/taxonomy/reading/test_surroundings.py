"""A title that means several things is settled by what stands around it, or left open."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.catalog import load_catalog
from taxonomy.reading import read_cv, read_order
from taxonomy.reading.findings import OccupationMention, TextField

CATALOG = load_catalog()


def read(title: str, text: str = "") -> tuple[OccupationMention, ...]:
    return read_order([TextField("title", title), TextField("text", text)], CATALOG).occupations


@pytest.mark.parametrize(
    ("title", "text", "meant"),
    [
        ("Assistent", "til vores plejehjem, medicin og sårpleje", "social_og_sundhedsassistent"),
        ("Assistent", "bilag, kalender og post på kontoret", "kontorassistent"),
        ("Operatør på pakkelinje", "", "pakkerioperatoer"),
        ("OPERATØR", "cnc-fræser, tre skift", "cnc_operatoer"),
        ("2 medhjælpere", "opvask i en restaurant", "koekkenmedhjaelper"),
        ("Medhjælper", "vuggestuen har brug for en ekstra", "paedagogmedhjaelper"),
        ("Tekniker søges", "servere, switche og netværk", "netvaerkstekniker"),
        ("Konsulent", "nysalg og kundebesøg", "salgskonsulent"),
        ("Mekaniker", "lastbiler og trailere", "lastvognsmekaniker"),
        ("Haster", "vi mangler en medhjælper til opvasken", "koekkenmedhjaelper"),
    ],
)
def test_the_words_around_tell_which_occupation_is_meant(title: str, text: str, meant: str) -> None:
    assert read(title, text)[0].occupation == meant


@pytest.mark.parametrize(
    ("title", "text"),
    [("Assistent", ""), ("Konsulent", "37 timer, start snarest"), ("Medhjælper", "køkken og børnehave")],
)
def test_where_nothing_around_tells_the_title_is_left_open(title: str, text: str) -> None:
    assert read(title, text) == ()


def test_the_usual_meaning_stays_where_nothing_else_is_ahead() -> None:
    assert [(one.occupation, one.score) for one in read("Mekaniker", "fast arbejde")] == [("personvognsmekaniker", 1.0)]
    assert read("Mekaniker", "biler og autoværksted")[0].score == 1.0


def test_the_usual_meaning_stays_behind_the_one_that_the_surroundings_tell() -> None:
    meant, usual = read("Mekaniker", "traktor og mejetærsker")
    assert (meant.occupation, usual.occupation) == ("landbrugsmaskinmekaniker", "personvognsmekaniker")
    assert meant.score > usual.score
    assert meant.quote.text == usual.quote.text == "Mekaniker"


def test_a_title_that_says_more_is_not_settled_anew() -> None:
    assert {one.occupation for one in read("Kontorassistent", "køkken, opvask")} == {"kontorassistent"}
    assert read("Lagermedarbejder og medhjælper", "opvask i køkken")[0].occupation == "lagermedarbejder"


def test_a_long_text_without_a_title_is_settled_by_its_beginning_only() -> None:
    assert read("Haster", "x" * 20_000 + " medhjælper til opvask") == ()


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(CATALOG.ambiguous_titles)), st.text(max_size=60), st.text(max_size=300))
def test_any_surroundings_give_an_answer_that_quotes_the_words(title: str, beside: str, text: str) -> None:
    heading = f"{title} {beside}"
    for mention in read(heading, text):
        field = heading if mention.quote.field == "title" else text
        assert field[mention.quote.start : mention.quote.end] == mention.quote.text
        assert mention.occupation in CATALOG.occupations


def wished(*jobs: str, text: str = "", held: str = "") -> dict[str, float]:
    listed = [(held, 3.0)] if held else []
    reading = read_cv(headline="", text=text, desired_jobs=jobs, experience=listed, catalog=CATALOG)
    return {one.occupation: one.score for one in reading.wishes}


@pytest.mark.parametrize(
    ("jobs", "text", "meant"),
    [
        (("nattevagt",), "Har stået i receptionen på et hotel.", "hotelreceptionist"),
        (("nattevagt",), "Vagtkort og runderinger i en bygning.", "sikkerhedsvagt"),
        (("souschef",), "Otte år i supermarked, mest ved kassen.", "souschef_i_butik"),
        (("afløser",), "Har været på et plejehjem.", "plejevikar"),
    ],
)
def test_the_rest_of_a_cv_tells_which_occupation_is_wished_for(jobs: tuple[str, ...], text: str, meant: str) -> None:
    found = wished(*jobs, text=text)
    assert max(found, key=lambda one: found[one]) == meant


def test_a_kindred_usual_meaning_keeps_its_score_beside_the_one_that_the_cv_tells() -> None:
    found = wished("receptionist", text="Seks år på hotel.")
    assert found["receptionist"] == 1.0
    assert "hotelreceptionist" in found


def test_a_job_held_is_settled_by_the_rest_of_the_cv() -> None:
    reading = read_cv(headline="", text="Tøjbutik og kunder.", experience=[("Souschef", 4.0)], catalog=CATALOG)
    assert reading.history[0].occupations[0].occupation == "souschef_i_butik"


def test_a_title_that_nothing_around_settles_keeps_its_usual_meaning() -> None:
    assert wished("nattevagt", text="Kan begynde nu.") == {"nattevagt_i_plejen": 1.0}
