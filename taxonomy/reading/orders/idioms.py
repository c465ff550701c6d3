"""Words that name no skill where they stand: grounds, fears, benefits somebody is on, and what an employer makes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.past_work.experience_in import Labelled
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Thing

_FEARS = word_set("idioms", "fears")
_BENEFITS = word_set("idioms", "benefits")
_RECEIVING = word_set("idioms", "receiving")
_REFERRED = word_set("idioms", "referred")
_PASSED = word_set("idioms", "passed")
_BECAUSE = word_set("idioms", "because")
_ABLE = word_set("idioms", "able")
_ARTICLES = frozenset({"en", "et", "flere", "nye", "ny", "a", "an"})
_WISH, _LIKING = ["lyst", "til"], frozenset({"lide", "li"})  # qualities: "lyst til salg", "kan lide fodbold"
_FOCUS = ["fokus", "paa"]
_TOGETHER = frozenset({"samarbejde", "samarbejder", "sparring", "dialog"})
_DOMAINS = frozenset({"dk", "com", "eu", "org", "nu"})
_SUBJECTS = frozenset({"vi", "de", "der", "det", "you", "we"})
_BEFORE = 4  # words before a skill that make something else of it


def without_idioms(words: Sequence[Word], named: Sequence[Thing], *, listed: bool) -> list[Thing]:
    """The things without the skills that their words do not name."""
    return [
        thing
        for thing in named
        if thing.kind is not RequirementKind.SKILL
        or not (_is_none(words, thing, listed=listed) or (not listed and _is_a_reason(words, thing)))
    ]


def without_jobs(words: Sequence[Word], named: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """The things without the skills that are only the title sought: "vi ønsker os en vicevært"."""
    jobs = {(one.title.first, one.title.last) for one in titles}
    return [
        thing
        for thing in named
        if thing.kind is not RequirementKind.SKILL
        or (thing.first, thing.last) not in jobs
        or not thing.first
        or words[thing.first - 1].key not in _ARTICLES
    ]


def _is_none(words: Sequence[Word], thing: Thing, *, listed: bool) -> bool:
    clause = words[thing.first].clause
    near = words[max(0, thing.first - _BEFORE) : thing.first]
    before = [word.key for word in near if word.clause == clause]
    return (
        before[-2:] == _WISH
        or bool(_LIKING & set(before))
        or (not listed and (before[-2:] == _FOCUS or _is_worked_with(before) or _is_an_address(words, thing)))
        or bool(_FEARS & set(before))
        or _is_a_benefit(words, thing, before, listed=listed)
        or words[thing.first].key in _REFERRED
        or any(word.key in _PASSED for word in words[thing.last + 1 : thing.last + 2])
    )


def _is_a_reason(words: Sequence[Word], thing: Thing) -> bool:
    """ "Fordi du skal vejlede borgere", "da mange af børnene er tosprogede": what the work is like."""
    start = clause_start(words, thing.first)
    if thing.first and words[thing.first - 1].key in _BECAUSE:
        start = thing.first - 1  # "skriftligt engelsk da SOP'er er på engelsk"
    if words[start].key not in _BECAUSE and not _gives_a_reason(words, start):
        return False
    said = {word.key for word in words[start : thing.first]}
    return _ABLE.isdisjoint(said)


def _is_worked_with(before: Sequence[str]) -> bool:
    """ "I tæt samarbejde med salg og marketing": departments."""
    pairs = pairwise(before)
    return any(one in _TOGETHER and other == "med" for one, other in pairs)


def _is_an_address(words: Sequence[Word], thing: Thing) -> bool:
    """ "Et site som skat.dk"."""
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    return after is not None and after.gap == "." and after.key in _DOMAINS


def _gives_a_reason(words: Sequence[Word], at: int) -> bool:
    """ "For vi har elcykler"."""
    pair = [word.key for word in words[at : at + 2]]
    return len(pair) > 1 and pair[0] == "for" and pair[1] in _SUBJECTS


def _is_a_benefit(words: Sequence[Word], thing: Thing, before: Sequence[str], *, listed: bool) -> bool:
    """ "På kontanthjælp" and "kontanthjælp" as all that an item says are about the person."""
    if words[thing.last].key not in _BENEFITS:
        return False
    return bool(_RECEIVING & set(before[-1:])) or (listed and not before and thing.last + 1 == len(words))
