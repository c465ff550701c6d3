"""What is demanded, wished for and waived in everyday words is read so, whatever the thing is."""

from collections.abc import Iterable

import pytest

from tests.taxonomy.reading.asking_table import DEMANDS, WAIVERS, WISHES
from tests.taxonomy.reading.small_catalog import read

pytestmark = pytest.mark.long

# How a caller names it, and the key that is read.
THINGS = {"truckcertifikat": "truckcertifikat", "kørekort": "B", "Excel": "Excel", "erfaring": "erfaring",
          "engelsk": "engelsk", "hygiejnebevis": "hygiejnebevis", "Nexus": "Nexus"}  # fmt: skip


def otherwise(frames: Iterable[str], thing: str, *, hard: bool | None) -> list[str]:
    """The texts in which the thing is not read as meant; `hard` is None where it is asked of nobody."""
    texts = [f"25 t. {frame.replace('{x}', thing)}. Start nu." for frame in frames]
    return [text for text in texts if mood(text, THINGS[thing]) is not hard]


def mood(text: str, key: str) -> bool | None:
    """Whether the key is demanded; None where it is not asked for."""
    found = [one.hard for one in read(text).requirements if one.key == key]
    return any(found) if found else None


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_demanded_is_a_demand(thing: str) -> None:
    assert otherwise(DEMANDS, thing, hard=True) == []


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_wished_for_is_a_wish(thing: str) -> None:
    assert otherwise(WISHES, thing, hard=False) == []


@pytest.mark.parametrize("thing", THINGS)
def test_what_is_waived_is_asked_of_nobody(thing: str) -> None:
    assert otherwise(WAIVERS, thing, hard=None) == []


@pytest.mark.parametrize("text", ["Man får ikke jobbet uden erfaring.", "Du kan ikke søge uden erfaring."])
def test_without_which_nobody_is_taken_is_a_demand(text: str) -> None:
    assert mood(text, "erfaring") is True


@pytest.mark.parametrize("text", ["Du kan sagtens søge uden erfaring.", "Det er ikke et problem uden erfaring."])
def test_without_which_anybody_may_come_is_none(text: str) -> None:
    assert mood(text, "erfaring") is None
