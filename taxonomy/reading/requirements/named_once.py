"""Educations told apart and named once: halves of a title, directions, general ones, doubles."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Thing

_HALVES = {
    **dict.fromkeys(("hjaelper", "hjaelpere", "hjaelperne", "sundhedshjaelper"), "social- og sundhedshjælper"),
    **dict.fromkeys(("assistent", "assistenter", "assistenterne", "ass"), "social- og sundhedsassistent"),
}
_FOR_EXAMPLE = frozenset({"fx", "feks", "eksempelvis", "eks", "saasom"})
_EXAMPLE_APART = 3  # words between two examples
_OTHER = frozenset({"anden", "andet", "andre", "lignende", "tilsvarende", "other"})
_OR_AND = frozenset({"eller", "el", "og", "or", "and"})
_TRAININGS = frozenset({RequirementKind.EDUCATION, RequirementKind.CERTIFICATE})
_LEARNT = frozenset({"uddannet", "udlaert"})
_IN, _ARTICLES = frozenset({"i", "inden", "indenfor"}), frozenset({"en", "et"})
_SO_THAT, _PERSON, _CAN = frozenset({"saa", "hvor"}), frozenset({"du", "man", "de"}), "kan"
_PURPOSE = 12  # words
_ANY_TRADE = "erhvervsuddannelse"
_FIRST_PARTS = frozenset({"grundforløb", "grundforløb 2"})
_TOWARDS = frozenset({"som", "til", "mod", "inden", "indenfor", "rettet", "for", "paa"})


def with_other_half(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """Adds both of "hjælper eller assistent", of which no other care is named: the trade is said once or not at all."""
    taken = {place for thing in found if thing.kind is RequirementKind.EDUCATION for place in (thing.first, thing.last)}
    halves = [(index, key) for index, word in enumerate(words) if (key := _HALVES.get(word.key))]
    added: list[Thing] = []
    for (one, first), (other, second) in pairwise(halves):
        joined = other - one == 2 and words[one + 1].key in _OR_AND and words[one].sentence == words[other].sentence
        if joined and first != second:
            both = ((one, first), (other, second))
            added += [Thing(RequirementKind.EDUCATION, key, at, at) for at, key in both if at not in taken]
    return found + added


def without_directions(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """ "GF2 (SSA)", "grundforløb 2 som tømrer": the title says towards what the first part of a training leads."""
    opened = [thing.last for thing in found if thing.key in _FIRST_PARTS]
    directed = {
        place
        for last in opened
        for place in range(last + 1, min(last + 3, len(words)))
        if all(word.key in _TOWARDS for word in words[last + 1 : place])
    }
    return [thing for thing in found if not (thing.title and thing.first in directed)]


def without_general(found: list[Thing]) -> list[Thing]:
    """ "Faglært elektriker" asks for an electrician, not for any skilled education as well."""
    named = {thing.first for thing in found if thing.kind is RequirementKind.EDUCATION}
    behind = {thing.last + 1 for thing in found if thing.kind is RequirementKind.EDUCATION and thing.key != _ANY_TRADE}
    return [
        thing
        for thing in found
        if not (
            thing.key == _ANY_TRADE and thing.meaning is None and (thing.last + 1 in named or thing.first in behind)
        )
    ]


def without_examples(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """ "Faglært, fx tømrer eller elektriker" asks for any trade: what only shows what is meant is not asked for."""
    general = {thing.first: thing for thing in found if thing.key == _ANY_TRADE}
    openings = [at for at, word in enumerate(words) if word.key in _FOR_EXAMPLE]
    shown: set[int] = set()
    for at in openings:
        sentence = words[at].sentence
        if any(first < at and words[first].sentence == sentence for first in general):
            shown |= _counted_up(words, found, at)
    return [thing for thing in found if thing.first not in shown or thing.kind is not RequirementKind.EDUCATION]


def _counted_up(words: Sequence[Word], found: Sequence[Thing], opening: int) -> set[int]:
    """Where the educations start that follow each other from the opening on, with little between them."""
    reached, shown = opening, set()
    for thing in found:
        near = 0 < thing.first - reached <= _EXAMPLE_APART and thing.kind is RequirementKind.EDUCATION
        if near and words[thing.first].sentence == words[opening].sentence:
            shown.add(thing.first)
            reached = thing.last
    return shown


def without_fields(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """ "HD i afsætning", "dansk, så du kan hjælpe kunderne": what a training is in or a language for is no skill."""
    trained = {thing.last for thing in found if thing.kind in _TRAININGS}
    trained |= {at for at, word in enumerate(words) if word.key in _LEARNT}
    spoken = [thing for thing in found if thing.kind is RequirementKind.LANGUAGE]
    fields: set[int] = set()  # the last words of what a training is in
    kept = []
    for thing in found:
        skill = thing.kind is RequirementKind.SKILL
        if skill and _is_a_field(words, thing, trained, fields):
            fields.add(thing.last)
        elif not skill or not any(_is_a_purpose(words, thing, one) for one in spoken):
            kept.append(thing)
    return kept


def _is_a_field(words: Sequence[Word], thing: Thing, trained: Collection[int], fields: Collection[int]) -> bool:
    before = thing.first - 1
    before -= before > 0 and words[before].key in _ARTICLES
    joined = before > 0 and words[before].key in _OR_AND and before - 1 in fields
    return joined or (before > 0 and words[before].key in _IN and before - 1 in trained)


def _is_a_purpose(words: Sequence[Word], thing: Thing, language: Thing) -> bool:
    """The language, then a clause that opens with "så" or "hvor" and says what can be done in it."""
    start = clause_start(words, thing.first)
    near = language.last < thing.first and words[language.last].sentence == words[thing.first].sentence
    between = words[language.last + 1 : thing.first]
    opened = [at for at, word in enumerate(between) if word.key in _SO_THAT]
    behind = between[opened[-1] + 1 : opened[-1] + 3] if opened else []
    same = words[thing.first].clause - words[language.last].clause <= 1 and start > language.first - _PURPOSE
    return near and same and len(behind) == 2 and behind[0].key in _PERSON and behind[1].key == _CAN


def without_any_other(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """ "Cura eller andet omsorgssystem": any other is no demand of its own."""
    return [thing for thing in found if thing.kind is not RequirementKind.SKILL or not _is_any_other(words, thing)]


def _is_any_other(words: Sequence[Word], thing: Thing) -> bool:
    # "HD eller tilsvarende" may end a line, and the next thing be the first of its own.
    near = [word for word in words[max(0, thing.first - 2) : thing.first] if word.clause == words[thing.first].clause]
    before = [word.key for word in near]
    return len(before) == 2 and before[0] in _OR_AND and before[1] in _OTHER


def without_the_paper(found: list[Thing], *, listed: bool) -> list[Thing]:
    """ "Minigraver" names what somebody can drive in a text, the paper for it in a list of demands."""
    spans = {
        kind: {(thing.first, thing.last) for thing in found if thing.kind is kind}
        for kind in (RequirementKind.SKILL, RequirementKind.CERTIFICATE)
    }
    both = spans[RequirementKind.SKILL] & spans[RequirementKind.CERTIFICATE]
    unmeant = RequirementKind.SKILL if listed else RequirementKind.CERTIFICATE
    return [thing for thing in found if thing.kind is not unmeant or (thing.first, thing.last) not in both]


def without_doubles(found: list[Thing]) -> list[Thing]:
    """In text order; of two things in the same words of the same kind the wider stays."""
    ordered = sorted(found, key=lambda thing: (thing.first, -thing.last, thing.kind, thing.key))
    kept: list[Thing] = []
    for thing in ordered:
        if not any(
            other.first <= thing.first and thing.last <= other.last and _same(other, thing) for other in kept[-4:]
        ):
            kept.append(thing)
    return kept


def _same(other: Thing, thing: Thing) -> bool:
    wider = (other.first, other.last) != (thing.first, thing.last)
    return (wider and other.kind is not RequirementKind.AGE) or (other.kind, other.key) == (thing.kind, thing.key)
