"""Everything in a text that could be asked for or held, before it is known which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.ages import ages
from taxonomy.reading.requirements.certificate_classes import with_classes
from taxonomy.reading.requirements.degrees import degrees
from taxonomy.reading.requirements.homonyms import without_homonyms
from taxonomy.reading.requirements.language_demands import languages
from taxonomy.reading.requirements.language_names import language_names
from taxonomy.reading.requirements.licences import licences
from taxonomy.reading.requirements.named_once import (
    with_other_half,
    without_any_other,
    without_directions,
    without_doubles,
    without_examples,
    without_fields,
    without_general,
)
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.requirements.wordings_meant import things_of
from taxonomy.reading.text.phrases import Found, PhraseIndex
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import APOSTROPHES, Word
from taxonomy.reading.thing import Thing

_NOT = word_set("denials", "not")
_NO_MATTER = word_set("denials", "no_matter")
_OR = word_set("alternatives", "or") | {"knallert", "scooter"}
_BIKES = frozenset({"cykel", "elcykel", "bike", "bicycle"})
_OF_A_CAR = frozenset({RequirementKind.OWN_CAR, RequirementKind.DRIVING_LICENCE})
_ASIDE = 3  # words between a car or licence and a bike
_ENDINGS = frozenset({"er", "en", "et", "s"})
_LACKING = frozenset({"uden", "without"})
_UNSKILLED = ("ufagl", "unskilled")
_NONE = frozenset({"ingen", "no"})
_MAY = frozenset({"maa", "kan", "skal", "boer", "cannot", "can"})
_TAKE = frozenset({"tager", "tage", "ansaetter", "ansaette", "bruger", "bruge", "soeger", "oensker", "take", "hire"})
_DENIED_BEHIND = 4  # words: "ufaglærte kan vi desværre ikke bruge"
_DENIED_WITHIN = 5  # words between a denial and "uden erfaring"


@cache
def waiver_index() -> PhraseIndex[Thing]:
    """Wordings that alone say that something is not asked for."""
    return PhraseIndex(
        (wording, Thing(RequirementKind(kind), str(table["key"]), 0, 0, meaning="waived"))
        for kind, table in TaxonomyFile(DATA / "reading" / "waivers.toml").tables(required=frozenset({"key", "words"}))
        for wording in comma_list(str(table["words"]))
    )


def things(words: Sequence[Word], *, listed: bool, licence_field: bool = False) -> list[Thing]:
    """The things of a text in order; `listed`: the text is an item of a list, where a bare title is an education."""
    if not words:
        return []
    matches = wording_index().find(words)
    found = [thing for match in matches for thing in things_of(words, match, listed=listed)]
    found = [*without_homonyms(words, found), *degrees(words)]
    found.extend(licences(words, bare_letters=licence_field))
    found = _with_languages(words, found, list(languages(words, listed=listed)))
    found.extend(ages(words))
    found.extend(_waived(words, match) for match in waiver_index().find(words))
    found = without_doubles(with_other_half(words, with_classes(words, found)))
    found = without_fields(words, without_any_other(words, found))
    found = [_or_by_bike(words, _with_its_ending(words, thing)) for thing in _one_of_each_card(found)]
    return without_general(without_examples(words, without_directions(words, found)))


def _with_its_ending(words: Sequence[Word], thing: Thing) -> Thing:
    """ "PAU'er eller pædagog": the ending behind an apostrophe is no word between the two."""
    after = words[thing.last + 1] if thing.last + 1 < len(words) else None
    ending = after is not None and after.gap in APOSTROPHES and after.key in _ENDINGS
    return replace(thing, last=thing.last + 1) if ending else thing


def _one_of_each_card(found: Sequence[Thing]) -> list[Thing]:
    """ "Stort kørekort til bus" is one card: the wording that goes on further says which."""
    cards = [thing for thing in found if thing.kind is RequirementKind.DRIVING_LICENCE]
    return [
        thing
        for thing in found
        if not any(thing.first < other.first <= thing.last < other.last and thing in cards for other in cards)
    ]


def _with_languages(words: Sequence[Word], found: list[Thing], spoken: list[Thing]) -> list[Thing]:
    """ "Tale og skrive godt dansk" says how well, and asks for no skill in writing; "dansk som andetsprog" is one."""
    said = {place for thing in spoken for place in range(thing.first, thing.last + 1)}
    kept = [
        thing
        for thing in found
        if thing.kind is not RequirementKind.SKILL
        or said.isdisjoint(range(thing.first, thing.last + 1))
        or any(words[place].key in language_names().single_words for place in range(thing.first, thing.last + 1))
    ]
    return kept + spoken


def _or_by_bike(words: Sequence[Word], thing: Thing) -> Thing:
    """ "Egen bil/knallert/cykel", "cykel eller kørekort": who comes by bike needs neither car nor licence."""
    if thing.kind not in _OF_A_CAR or thing.meaning is not None:
        return thing
    ahead = range(thing.first - 1, max(-1, thing.first - 1 - _ASIDE), -1)
    behind = range(thing.last + 1, min(len(words), thing.last + 1 + _ASIDE))
    either = _joins_a_bike(words, ahead, joined=words[thing.first].gap == "/") or _joins_a_bike(words, behind)
    return replace(thing, meaning="soft") if either else thing


def _joins_a_bike(words: Sequence[Word], places: Sequence[int], *, joined: bool = False) -> bool:
    for at in places:
        joined = joined or words[at].key in _OR or words[at].gap == "/"
        if words[at].key in _BIKES or words[at].key not in _OR:
            return joined and words[at].key in _BIKES
    return False


def _waived(words: Sequence[Word], match: Found[Thing]) -> Thing:
    """ "Uden erfaring" waives; "du får ikke jobbet uden erfaring" and "ufaglærte må ikke søge" demand."""
    near = words[max(0, match.first - _DENIED_WITHIN) : match.first]
    clause = {word.key for word in near if word.clause == words[match.first].clause}
    needed = words[match.first].key in _LACKING and bool(_NOT & clause) and not _NO_MATTER & clause
    meaning = "hard" if needed or _are_turned_away(words, match, clause) else match.payloads[0].meaning
    return replace(match.payloads[0], first=match.first, last=match.last, meaning=meaning)


def _are_turned_away(words: Sequence[Word], match: Found[Thing], clause: set[str]) -> bool:
    """ "Ingen ufaglærte", "vi tager ikke ufaglærte", "ufaglærte kan ikke søge"; "ufaglært går an" waives."""
    if not words[match.first].key.startswith(_UNSKILLED):
        return False
    before = words[match.first - 1].key if match.first else ""
    behind = [
        word.key
        for word in words[match.last + 1 : match.last + 1 + _DENIED_BEHIND]
        if word.clause == words[match.last].clause
    ]
    refused = behind[:1] != [] and behind[0] in _MAY and not _NOT.isdisjoint(behind[1:_DENIED_BEHIND])
    return refused or before in _NOT | _NONE or bool(_NOT & clause and _TAKE & clause)
