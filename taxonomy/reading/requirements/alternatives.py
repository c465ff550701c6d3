"""Demands of which one is enough: "C eller C/E", "SSA/SSH", "dansk, engelsk eller tysk"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from taxonomy.reading.cue import WAIVED
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_OR = word_set("alternatives", "or")
_FILLERS = word_set("alternatives", "fillers")
_ALSO, _DOING = "ogsaa", word_set("alternatives", "doing")
_EITHER = RequirementKind.EDUCATION, RequirementKind.AUTHORISATION
_WISHING = frozenset({"gerne", "helst", "preferably", "ideally"})
_BETWEEN = 3  # words between two alternatives
_MED = frozenset({"med", "m", "with"})
_PRACTICE = 7  # words from a training to the experience that will do instead
_FAR = 10  # words between a title and another that will do as well


def groups(words: Sequence[Word], found: Sequence[Thing], first: int) -> list[int | None]:
    """For each thing the number of its group of alternatives, counted on from `first`; None outside any."""
    numbers: list[int | None] = [None] * len(found)
    run = [0] if found else []
    links: list[str] = []
    for index, (one, other) in enumerate(pairwise(found), start=1):
        link = _link(words, one, other)
        if link is None:
            _close(numbers, run, links, first)
            run, links = [index], []
        else:
            run, links = [*run, index], [*links, link]
    _close(numbers, run, links, first)
    return numbers


def _close(numbers: list[int | None], run: list[int], links: list[str], first: int) -> None:
    """ "Dansk, engelsk eller tysk" is one group; in "dansk, tysk/fransk" the stroke binds what it stands between."""
    if "or" in links:
        for place in run:
            numbers[place] = first + run[0]
        return
    start = run[0] if run else 0
    for place, link in zip(run[1:], links, strict=True):
        start = start if link == "/" else place
        if link == "/":
            numbers[start] = numbers[place] = first + start


def _link(words: Sequence[Word], one: Thing, other: Thing) -> str | None:
    """ "or", "/" or "," between two things, of one kind that stand side by side or from one word, else None."""
    if _is_practice_instead(words, one, other):
        return "or"
    if one.kind is other.kind is RequirementKind.EXPERIENCE and one.first == other.first and one.last < other.last:
        return _link_in_one(words, one.last + 1, other.last)
    alike = one.kind is other.kind or (one.kind in _EITHER and other.kind in _EITHER)
    if not alike or other.first <= one.last or one.meaning or other.meaning:
        return None
    if one.kind in _EITHER and one.key != other.key and _will_do_as_well(words, one, other):
        return "or"
    return _link_side_by_side(words, one, other)


def _link_side_by_side(words: Sequence[Word], one: Thing, other: Thing) -> str | None:
    between = [words[place].key for place in _outside_brackets(words, one.last + 1, other.first)]
    if len(between) > _BETWEEN or any(key not in _OR and key not in _FILLERS for key in between):
        return None
    if any(key in _OR for key in between):
        return "or"
    gap = words[other.first].gap.strip()
    return {"/": "/", ",": ","}.get(gap) if not between and words[other.first].key not in _WISHING else None


def _is_practice_instead(words: Sequence[Word], one: Thing, other: Thing) -> bool:
    """ "Uddannet tømrer eller mindst 5 års erfaring", "trained chef or equivalent experience"."""
    if (
        one.kind not in _EITHER
        or other.kind is not RequirementKind.EXPERIENCE
        or WAIVED in {one.meaning, other.meaning}
    ):
        return False
    near = one.last + 1 < other.last and other.first - one.last <= _PRACTICE
    if any(word.key in _MED for word in words[one.last + 1 : other.first]):
        return False  # "konstruktør eller en ingeniør med fem års erfaring"
    return near and words[one.last + 1].key in _OR and words[one.last].sentence == words[other.last].sentence


def _link_in_one(words: Sequence[Word], behind: int, last: int) -> str | None:
    """ "Erfaring med salg, indkøb eller logistik": each is quoted from the one word for all."""
    if words[behind].key in _OR:
        return "or"
    wished = words[behind].key in _WISHING  # "erfaring med salg, gerne fra hotel eller butik"
    return "," if words[behind].gap.strip() == "," and last - behind < _BETWEEN and not wished else None


def _outside_brackets(words: Sequence[Word], start: int, end: int) -> list[int]:
    """ "GF2 (SOSU) eller SSH": what a bracket adds does not part alternatives."""
    outside, inside = [], False
    for place in range(start, end):
        gap = words[place].gap
        inside = "(" in gap[gap.rfind(")") + 1 :] or (inside and ")" not in gap)
        outside += [] if inside else [place]
    return outside


def _will_do_as_well(words: Sequence[Word], one: Thing, other: Thing) -> bool:
    """ "Sygeplejerske, men SSA er også fint"."""
    behind = [word.key for word in words[other.last + 1 : other.last + 3] if word.clause == words[other.last].clause]
    near = other.first - one.last <= _FAR and words[other.first].sentence - words[one.last].sentence <= 1
    return near and len(behind) == 2 and behind[0] in _DOING and behind[1] == _ALSO
