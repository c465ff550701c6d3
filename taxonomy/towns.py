"""Towns by name, and where a text names one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from taxonomy.concepts import Place
from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import Token, fold, tokens
from taxonomy.places import distance_km, places

NEAR_KM = 20.0  # of a town; what people travel who search without saying how far
ONE_TOWN_KM = 20.0  # postcodes farther apart share a name and are no one town: Nykøbing F and Nykøbing M
LONGEST = 3  # words of a name
BEFORE = frozenset({"i", "ved", "naer", "omkring"})
_PART = re.compile(
    r" (?:[KNSVCMFJLØ]|[NS][VØ]|Øst|Sj|Fyn|Sydfyn|Thy|By|St|Djurs|Sjælland|Midtsj|Vestj|Jyll|Stevns|Ærø)$"
)


@dataclass(frozen=True, slots=True)
class Town:
    """A town, part of a town or municipality; `key` is its name folded, the position the middle of its postcodes."""

    key: str
    name: str
    position: tuple[float, float]


@dataclass(frozen=True, slots=True)
class TownMention:
    """Where a text names a town; `start` is that of the preposition before it, where there is one."""

    town: Town
    start: int
    end: int


@cache
def towns() -> Mapping[str, Town]:
    """Every town by its key."""
    by_name: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places().values():
        whole = _PART.sub("", place.name)
        for name in {place.name, whole, *place.municipalities}:
            by_name[name].append(place)
    for name, postcode in _content()["postcodes"].items():
        by_name[name] = [places()[postcode]]
    found = {fold(name): _town(name, where) for name, where in by_name.items() if _is_one_town(name, where)}
    return found | {fold(short): found[fold(name)] for short, name in _content()["short"].items()}


@lru_cache(maxsize=2_000)
def towns_near(postcode: str) -> frozenset[str]:
    """Keys of the towns near the postcode, its own and its municipalities among them."""
    if (here := places().get(postcode)) is None:
        return frozenset()
    position = (here.latitude, here.longitude)
    near = {town.key for town in towns().values() if distance_km(position, town.position) <= NEAR_KM}
    own = {fold(name) for name in (here.name, _PART.sub("", here.name), *here.municipalities)}
    return frozenset(near | own)


def towns_in(text: str, *, typed: bool = False) -> tuple[TownMention, ...]:
    """The towns that the text names with a capital letter, or in any letters where somebody has `typed` it."""
    return tuple(_mentions(tokens(text), typed))


def _mentions(found: Sequence[Token], typed: bool) -> Iterator[TownMention]:
    at = 0
    while at < len(found):
        size, town = _longest(found[at : at + LONGEST])
        behind = at + size < len(found) and fold(found[at + size].text) == "kommune"
        before = at > 0 and fold(found[at - 1].text) in BEFORE
        named = typed or found[at].text[0].isupper()
        if town is not None and named and (before or town.key not in _also_words()):
            yield TownMention(town, found[at - before].start, found[at + size - 1 + behind].end)
        at += max(size, 1)


def _longest(words: Sequence[Token]) -> tuple[int, Town | None]:
    """The town that most of the words name together, and how many do."""
    for size in range(len(words), 0, -1):
        if town := towns().get(fold(" ".join(word.text for word in words[:size]))):
            return size, town
    return 0, None


@cache
def _also_words() -> frozenset[str]:
    return frozenset(map(fold, _content()["words"]["also_words"].split()))


@cache
def _content() -> Mapping[str, Mapping[str, str]]:
    return TaxonomyFile(DATA / "towns.toml").content


def _middle(found: Sequence[Place]) -> tuple[float, float]:
    return sum(one.latitude for one in found) / len(found), sum(one.longitude for one in found) / len(found)


def _is_one_town(name: str, found: Sequence[Place]) -> bool:
    middle, municipal = _middle(found), any(name in one.municipalities for one in found)
    return municipal or all(distance_km(middle, (one.latitude, one.longitude)) <= ONE_TOWN_KM for one in found)


def _town(name: str, found: Sequence[Place]) -> Town:
    own = [one for one in found if one.name == name or _PART.sub("", one.name) == name] or found
    return Town(fold(name), name, _middle(own))
