"""Experience told by where somebody comes from or is used to work: "baggrund fra detail", "vant til at arbejde med"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.names import is_name
from taxonomy.reading.own_words import WITH
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_PAST = word_set("coming_from", "past")
_OF_PLACE = word_set("coming_from", "of_place")
_ALIKE = word_set("coming_from", "alike")
_COMING = word_set("coming_from", "coming")
_BRANCHES = tuple(word_set("coming_from", "branches"))
_WORKING = word_set("coming_from", "working")
_BETWEEN = word_set("coming_from", "between")
_NEAR = 4  # words between "kommer" and "fra", and behind it


def comes_from(words: Sequence[Word], index: int, things: Sequence[Thing]) -> int | None:
    """The word that the object follows, where the word at `index` says where somebody comes from; None elsewhere."""
    if words[index].key in _PAST:
        alike = index > 0 and words[index - 1].key in _ALIKE
        return index if _leads(words, index, _OF_PLACE) and not alike and not _is_trained(things, index) else None
    if words[index].key in _COMING:
        return _from(words, index, things)
    if words[index].key in _WORKING and _is_used_to(words, index) and _leads(words, index, WITH):
        return index
    return None


def _leads(words: Sequence[Word], index: int, leading: frozenset[str]) -> bool:
    after = words[index + 1] if index + 1 < len(words) else None
    return after is not None and after.clause == words[index].clause and after.key in leading


def _is_trained(things: Sequence[Thing], index: int) -> bool:
    """ "Håndværksmæssig baggrund" is the training itself."""
    return any(thing.first <= index <= thing.last for thing in things)


def _from(words: Sequence[Word], index: int, things: Sequence[Thing]) -> int | None:
    """ "Du kommer gerne fra byggebranchen"; not "kommer fra Polen"."""
    near = words[index + 1 : index + 1 + _NEAR]
    place = next((at for at, word in enumerate(near, index + 1) if word.key == "fra"), None)
    if place is None or any(word.key not in _BETWEEN for word in words[index + 1 : place]):
        return None
    behind = [word for word in words[place + 1 : place + 1 + _NEAR] if word.clause == words[index].clause]
    at = range(place + 1, place + 1 + len(behind))
    known = any(thing.first in at and not is_name(thing.key) for thing in things)
    return place - 1 if known or any(word.key.endswith(_BRANCHES) for word in behind) else None


def _is_used_to(words: Sequence[Word], index: int) -> bool:
    """ "Vant til at arbejde"."""
    return index > 2 and [word.key for word in words[index - 3 : index]] == ["vant", "til", "at"]
