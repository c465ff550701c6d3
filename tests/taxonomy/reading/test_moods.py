"""However a demand is worded: hard, soft or waived comes out as the words say, for whatever is demanded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import load_vocabulary
from tests.taxonomy.reading.mood_frames import HARD, SOFT, WAIVED, filled
from tests.taxonomy.reading.small_catalog import mood

THINGS = {
    "kørekort B": "B", "truckcertifikat B": "truckcertifikat B", "hygiejnebevis": "hygiejnebevis",
    "straffeattest": "straffeattest", "egen bil": "egen bil", "Excel": "Excel", "SAP": "SAP",
    "dansk på B1-niveau": "dansk", "erfaring med Navision": "Navision", "C/E-kort": "C/E", "børneattest": "børneattest",
}  # fmt: skip
FRAMES = [("hard", frame) for frame in HARD] + [("soft", frame) for frame in SOFT] + [("none", one) for one in WAIVED]
# Educations and authorisations may be titles of jobs, licences stand by their letter.
NAMED = sorted(
    key
    for kind, key in load_vocabulary()
    if kind in {RequirementKind.CERTIFICATE, RequirementKind.SKILL, RequirementKind.CRIMINAL_RECORD} and len(key) > 2
)


@pytest.mark.parametrize(("meant", "frame"), FRAMES)
def test_each_frame_means_the_same_for_whatever_stands_in_it(meant: str, frame: str) -> None:
    assert {thing: mood(filled(frame, thing), key) for thing, key in THINGS.items()} == dict.fromkeys(THINGS, meant)


@settings(max_examples=400)
@given(key=st.sampled_from(NAMED), frame=st.sampled_from(WAIVED))
def test_nothing_of_the_vocabulary_that_is_waived_is_ever_demanded(key: str, frame: str) -> None:
    assert mood(filled(frame, key), key) == "none"


@settings(max_examples=200)
@given(key=st.sampled_from(NAMED), frame=st.sampled_from(HARD))
def test_everything_of_the_vocabulary_that_is_demanded_is_read_as_demanded(key: str, frame: str) -> None:
    assert mood(filled(frame, key), key) == "hard"


TWO = [
    ("Du skal have {a}, men {b} er ikke nødvendigt.", "hard", "none"),
    ("Du skal have {a}, men ikke {b}.", "hard", "none"),
    ("{a} er et krav, {b} ikke.", "hard", "none"),
    ("{a} krav, {b} ikke nødv.", "hard", "none"),
    ("{a} ja, {b} nej", "hard", "none"),
    ("{a} er et krav, mens {b} blot er en fordel.", "hard", "soft"),
    ("Hverken {a} eller {b} er nødvendigt.", "none", "none"),
    ("Der er ikke krav om {a} eller {b}.", "none", "none"),
    ("Vi stiller ikke krav om {a}, men du skal have {b}.", "none", "hard"),
    ("Det er en fordel at have {a}, og det er et krav at have {b}.", "soft", "hard"),
    ("Vi betaler {b}, men {a} skal du have.", "hard", "none"),
    ("Vi forventer:\n* {a}\nDet er et plus, hvis du har:\n* {b}\n", "hard", "soft"),
    ("Must have:\n- {a}\nNice to have:\n- {b}\n", "hard", "soft"),
    ("- {a}: krav\n- {b}: ønskeligt", "hard", "soft"),
    ("{a} is required, {b} is not needed.", "hard", "none"),
    ("{a} er unødvendigt, det samme gælder {b}.", "none", "none"),
]


@pytest.mark.parametrize(("frame", "first", "second"), TWO)
def test_two_demands_of_one_sentence_are_each_meant_as_their_own_words_say(frame: str, first: str, second: str) -> None:
    pairs = [("hygiejnebevis", "straffeattest"), ("egen bil", "truckcertifikat"), ("børneattest", "hygiejnebevis")]
    for one, other in pairs:
        text = frame.replace("{a}", one).replace("{b}", other)
        assert (mood(text, one), mood(text, other)) == (first, second)


def test_nobody_who_lacks_it_means_everybody_has_it() -> None:
    assert mood("Han gider ikke folk, der ikke kan dansk", "dansk") == "hard"
    assert mood("Ingen uden hygiejnebevis", "hygiejnebevis") == "hard"


UNLISTED = [
    "{X} står ikke på listen.", "{X} tillægges ingen betydning.", "{X} hører ikke med til kravene.",
    "{X} lægger vi ikke vægt på.", "Om du har {x}, er ikke afgørende.", "Kravet om {x} er droppet.",
    "Vi fraviger kravet om {x}.", "We don't care about {x}.", "Lack of {x} is not a problem.",
    "Ingen krav til alder, uddannelse eller {x}.", "Vi er ligeglade med alder, køn og {x}.",
    "Det er ikke et krav, at du er uddannet, eller at du har {x}.", "Om man har {x} eller ikke er lige meget.",
    "Spurgt om {x}, nej", "{X}? Glem det.", "Efter tre måneder får du {x}.", "{X} kan vi sagtens undvære.",
]  # fmt: skip


@pytest.mark.parametrize("frame", UNLISTED)
def test_a_clause_that_denies_in_other_words_demands_nothing(frame: str) -> None:
    assert {thing: mood(filled(frame, thing), key) for thing, key in THINGS.items()} == dict.fromkeys(THINGS, "none")
