""" "Dansk autorisation" and "autoriseret" alone: the profession stands elsewhere in the order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.language_names import language_names
from taxonomy.reading.requirements.vocabulary import load_vocabulary
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_EDUCATION = RequirementKind.EDUCATION
_ANY_TRADE = "erhvervsuddannelse"
_LEARNED = word_set("professions", "learned")
_BARE_LEARNED = word_set("professions", "bare_learned")
_JOINING = word_set("professions", "joining")
_DANISH, _FROM = "dansk", frozenset({"fra", "i", "from", "in"})
_OF_DENMARK = frozenset({"danmark", "denmark", "styrelsen"})
_BARE = (
    "aut",
    "autor",
    "autoris",
    "statsaut",
    "statsautoriseret",
    "autorisation",
    "autorisationen",
    "autoriseret",
    "autoriserede",
    "authorised",
    "authorisation",
)


def professions(words: Sequence[Word], titles: Sequence[str]) -> list[str]:
    """The keys of the professions with an authorisation that the words or the titles' labels name."""
    labelled = [title for title in titles if (RequirementKind.AUTHORISATION, title) in load_vocabulary()]
    return labelled + [
        wording.entry.key
        for match in wording_index().find(words)
        for wording in match.payloads
        if wording.entry.kind is RequirementKind.AUTHORISATION and len(words[match.first].key) > 2
    ]


def trades_learned(words: Sequence[Word]) -> list[str]:
    """The keys of the educations that the titles among the words stand for."""
    return [
        wording.entry.key
        for match in wording_index().find(words)
        for wording in match.payloads
        if wording.entry.kind is RequirementKind.EDUCATION and not wording.entry.general
    ]


def bare_educations(words: Sequence[Word], found: Sequence[Thing], known: Sequence[str]) -> list[Thing]:
    """The things, with "udlært" and "udd." alone meant as the education of the title that the order names first."""
    if not known:
        return list(found)
    named = {words[thing.first].clause for thing in found if thing.kind is _EDUCATION and thing.key != _ANY_TRADE}
    kept = [
        replace(thing, key=known[0])
        if thing.key == _ANY_TRADE and words[thing.last].key in _LEARNED and words[thing.first].clause not in named
        else thing
        for thing in found
    ]
    taken = {place for thing in found for place in range(thing.first, thing.last + 1)}
    return kept + [
        Thing(_EDUCATION, known[0], index, index)
        for index, word in enumerate(words)
        if word.key in _BARE_LEARNED
        and index not in taken
        and (word.clause not in named or _is_one_of_two(words, index))
        and _ends(words, index)
    ]


def _is_one_of_two(words: Sequence[Word], index: int) -> bool:
    """ "Udl. eller brolægger": the trade of the title or another."""
    return index + 1 < len(words) and words[index + 1].key in {"eller", "el"}


def _ends(words: Sequence[Word], index: int) -> bool:
    """Nothing follows that the education could be in."""
    after = words[index + 1] if index + 1 < len(words) else None
    return after is None or after.clause != words[index].clause or after.key in _JOINING or after.gap.startswith(".")


def names_authorisation(words: Sequence[Word]) -> bool:
    """Whether a word speaks of an authorisation."""
    return any(word.key in _BARE for word in words)


def bare_authorisations(words: Sequence[Word], found: Sequence[Thing], known: Sequence[str]) -> list[Thing]:
    """The authorisations that the words ask for without a profession, as those of the first one known."""
    if not known or any(thing.kind is RequirementKind.AUTHORISATION for thing in found):
        return []
    return [
        Thing(RequirementKind.AUTHORISATION, known[0], index, index)
        for index, word in enumerate(words)
        if word.key in _BARE
    ][:1]


def is_danish(words: Sequence[Word], index: int) -> bool:
    """Whether an authorisation may be the Danish one: not "polsk autorisation" or "autorisation fra Polen"."""
    before = words[index - 1].key if index else ""
    if before in language_names().single_words and before != _DANISH:
        return False
    behind = [word.key for word in words[index + 1 : index + 3] if word.clause == words[index].clause]
    return not (behind[:1] and behind[0] in _FROM and behind[1:] and not _is_of_denmark(behind[1]))


def _is_of_denmark(key: str) -> bool:
    return key.isdecimal() or key in _OF_DENMARK
