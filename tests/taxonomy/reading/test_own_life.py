"""A CV's words of its writer's own illness, benefit or past are no skill; work with the same things is."""

from __future__ import annotations

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.files import DATA, TaxonomyFile
from taxonomy.reading import read_cv
from taxonomy.reading.requirements.vocabulary import load_vocabulary


def _held(text: str, headline: str = "") -> set[str]:
    return {one.key for one in read_cv(headline=headline, text=text, catalog=load_catalog()).held}


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har selv adhd og angst.",
        "Jeg har diabetes og går til kontrol.",
        "Har været på uddannelseshjælp siden gymnasiet.",
        "Modtager kontanthjælp og er på sygedagpenge.",
        "Jeg får førtidspension.",
        "Lager (efter fængsel).",
        "Jeg har epilepsi og må ikke køre bil.",
        "Kræftbehandlingen er slut.",
        "Tørlagt alkoholiker, misbrug bag mig.",
        "Fik en blodprop og er i genoptræning.",
        "Efter en hjerneskade skal jeg have korte dage.",
        "I have diabetes and need breaks.",
        "Har været indlagt på psykiatrisk afdeling.",
        "Jeg har borderline.",
        "Jeg tager insulin.",
    ],
)
def test_what_the_writer_lives_with_is_no_skill(text: str) -> None:
    private = set(map(str, TaxonomyFile(DATA / "reading" / "own_life.toml").content["keys"]))
    assert not _held(text) & private


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Jeg har erfaring med autisme og ADHD.", "autisme"),
        ("Har støttet unge med autisme i et botilbud.", "autisme"),
        ("Otte år på et afsnit for demens.", "demens"),
        ("Demens har jeg haft kursus i.", "demens"),
        ("Otte år på psykiatrisk afdeling.", "psykiatri"),
        ("Jeg giver insulin til borgere i hjemmeplejen.", "insulingivning"),
        ("Injektioner, sårpleje og diabetes er hverdag for mig.", "diabetespleje"),
        ("Jeg har arbejdet med misbrug og motivation.", "misbrug"),
        ("Beregner og udbetaler kontanthjælp, ti års sagsbehandling.", "kontanthjælp"),
        ("I have worked with people with dementia.", "demens"),
    ],
)
def test_work_with_it_is_a_skill(text: str, key: str) -> None:
    assert key in _held(text)


def test_a_headline_is_of_work_unless_it_says_whose_it_is() -> None:
    assert "demens" in _held("", headline="SSA, demens")
    assert "dermatologi" not in _held("", headline="Frisør m. eksem")


def test_a_list_of_skills_is_of_work() -> None:
    held = read_cv(headline="", text="", skills=["demens", "epilepsi"], catalog=load_catalog()).held
    assert {"demens", "epilepsi"} <= {one.key for one in held}


def test_every_private_key_stands_in_the_vocabulary() -> None:
    known = {entry.key for entry in load_vocabulary().values()}
    assert set(map(str, TaxonomyFile(DATA / "reading" / "own_life.toml").content["keys"])) <= known
