"""How far a CV's writer will travel, in words: "højst 8 km", "within 25 km of Fredericia"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import Word

_LEAST, _MOST = 1.0, 300.0  # kilometres; outside it is no way to work
_NEAR = 2  # words between the bound and the number


def commute_km(texts: Iterable[Sequence[Word]]) -> float | None:
    """Kilometres at most, of the first text that says any; None where all are silent."""
    units = _units()
    for words in texts:
        for place, word in enumerate(words):
            if word.key in units and place and (found := _bound(words, place)) is not None:
                return found
    return None


def _bound(words: Sequence[Word], unit: int) -> float | None:
    number = words[unit - 1].key.replace(",", ".")
    if not number.replace(".", "", 1).isdecimal() or not _LEAST <= float(number) <= _MOST:
        return None
    before = [word for word in words[max(0, unit - 1 - 3 - _NEAR) : unit - 1] if word.clause == words[unit].clause]
    near = [match for match in _most().find(before) if len(before) - 1 - match.last <= _NEAR]
    behind = {word.key for word in words[unit + 1 : unit + 3] if word.clause == words[unit].clause}
    return float(number) if near and behind.isdisjoint(_told()) else None


@cache
def _file() -> TaxonomyFile:
    return TaxonomyFile(DATA / "reading" / "cv_availability.toml")


@cache
def _units() -> frozenset[str]:
    return frozenset(map(fold, str(_file().content["distance"]["units"]).split()))


@cache
def _told() -> frozenset[str]:
    return frozenset(map(fold, str(_file().content["distance"]["not_own"]).split()))


@cache
def _most() -> PhraseIndex[str]:
    return PhraseIndex(((one, one) for one in comma_list(str(_file().content["distance"]["most"]))), inflected=False)
