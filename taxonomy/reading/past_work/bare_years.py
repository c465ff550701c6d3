"""Years that a note asks for without a word for experience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.past_work.experience_in import PLAIN, can_be_practised
from taxonomy.reading.past_work.years import LEAST, number
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Thing

HEADS = ("erfaring", "erfaren", "experience", "erf")
SPANS = word_set("experience", "spans")
_FOR_SO_LONG = frozenset({"i", "gennem", "for"})
HAVING = word_set("experience", "having")
_COUNTED = word_set("experience", "counted")
_AT = frozenset({"at"})  # "for at least two years"
_BEHIND_ONE = frozenset({"bag", "sig", "dig", "paa", "bagen"})  # "mindst 6 år bag sig"
_NEAR = 8  # words
MOST_YEARS = 12  # more are an age


def years_alone(words: Sequence[Word], index: int, things: Sequence[Thing]) -> Thing | None:
    """ "Konstruktør, 5+ år", "sushi 2 år min.": years that a note asks for without the word."""
    if (long := _long(words, index, things)) is not None:
        return long
    years = number(words, index - 1) if index and words[index].key in SPANS else None
    behind = [word for word in words[index + 1 : index + 3] if word.clause == words[index].clause]
    if years is None or float(years) > MOST_YEARS or any(word.key not in LEAST | _BEHIND_ONE for word in behind):
        return None
    before = words[index - 2] if index > 1 and words[index - 2].clause == words[index].clause else None
    least = any(word.key in LEAST for word in behind) or (before is not None and before.key in LEAST)
    least = least or any(word.key in _BEHIND_ONE for word in behind)
    plus = words[index - 1].text.endswith("+") or words[index].gap.strip() == "+"
    plus = plus or (index + 1 < len(words) and words[index + 1].gap.lstrip().startswith("+"))
    if not (least or plus):
        return None
    end = index - 2
    while end >= 0 and words[end].key in LEAST | _AT:
        end -= 1
    before_it = end - (end > 0 and words[end].key in _FOR_SO_LONG)  # "B i mindst 2 år"
    held = any(thing.last in {end, before_it} and not can_be_practised(thing) for thing in things)
    near = words[max(0, index - _NEAR) : index + 1]
    if not any("?" in word.gap for word in near):
        near = [word for word in near if word.sentence == words[index].sentence]
    if held or any(word.key.startswith(HEADS) for word in near):
        return None  # "B min. 1 år", "erfaring? Ja, mindst ét år"
    named = next((thing for thing in things if thing.last == end and can_be_practised(thing)), None)
    named = named or _done(words, end, things)
    same = named is not None and words[named.last].clause == words[index].clause
    first = named.first if named is not None and same else index - 1
    key = named.key if named is not None and same else PLAIN
    return Thing(RequirementKind.EXPERIENCE, key, first, index, level=years, meaning="hard" if least else None)


def _done(words: Sequence[Word], end: int, things: Sequence[Thing]) -> Thing | None:
    """ "Har behandlet byggesager i mindst to år": what the clause says that somebody has done so long."""
    if end < 0 or words[end].key not in _FOR_SO_LONG:
        return None
    start = clause_start(words, end)
    if not any(word.key in HAVING for word in words[start:end]):
        return None
    done = [thing for thing in things if start <= thing.first and thing.last < end and can_be_practised(thing)]
    return done[-1] if done else None


def _long(words: Sequence[Word], index: int, things: Sequence[Thing]) -> Thing | None:
    """ "Du har passet en proceslinje i mange år"."""
    if index < 2 or words[index].key not in SPANS or words[index - 1].key not in _COUNTED:
        return None
    done = _done(words, index - 2, things)
    return replace(done, kind=RequirementKind.EXPERIENCE, title=False) if done is not None else None
