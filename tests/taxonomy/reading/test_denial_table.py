"""Spoken denials of every kind of demand, in every place of a note: none of them is ever read as a demand."""

from collections.abc import Iterable
from itertools import product

import pytest

from tests.taxonomy.reading.denial_table import PLACES, THINGS, denials, given, placed
from tests.taxonomy.reading.small_catalog import read

pytestmark = pytest.mark.long

ATTESTS = {"børneattest", "straffeattest"}


def demanded(frames: Iterable[str], thing: str) -> list[str]:
    """The texts in which the thing is read as demanded or wished for; the places of the note take turns."""
    texts = [placed(frame, thing, PLACES[turn % len(PLACES)]) for turn, frame in enumerate(frames, hash_of(thing))]
    return [text for text in texts if any(one.key == THINGS[thing] for one in read(text).requirements)]


def hash_of(thing: str) -> int:
    return list(THINGS).index(thing)


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_denied_in_any_words_is_asked_of_nobody(thing: str) -> None:
    assert demanded(denials(), thing) == []


@pytest.mark.parametrize("thing", sorted(THINGS.keys() - ATTESTS))
def test_what_others_see_to_is_asked_of_nobody(thing: str) -> None:
    assert demanded(given(), thing) == []


BESIDE = [
    "dansk er et krav, {f}", "{f}. dansk er et krav", "{f}, men dansk er et krav", "dansk skal man kunne. {f}",
    "{f} - dansk er et krav",
]  # fmt: skip


@pytest.mark.parametrize("beside", BESIDE)
def test_a_denial_takes_nothing_from_the_demand_beside_it(beside: str) -> None:
    frames = ("{x} er ikke nødvendigt", "{x} kræver de ikke", "{x} behøver man ikke", "{x} er ligegyldigt",
              "intet krav om {x}", "{x} kan man godt undvære", "{x} lærer vi dig", "pyt med {x}",
              "{x} slipper man for")  # fmt: skip
    for frame, thing in product(frames, ("truckcertifikat", "kørekort B", "svejsning", "erfaring med salg")):
        found = {one.key: one.hard for one in read(placed(frame, thing, beside)).requirements}
        assert found == {"dansk": True}, placed(frame, thing, beside)
