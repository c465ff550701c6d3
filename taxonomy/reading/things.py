"""Everything in a text that could be asked for or held, before it is known which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.ages import ages
from taxonomy.reading.certificate_classes import with_classes
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.language_demands import languages
from taxonomy.reading.licences import licences
from taxonomy.reading.phrases import Found, PhraseIndex
from taxonomy.reading.thing import Thing
from taxonomy.reading.vocabulary import Entry, load_vocabulary
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_BY_RULE = frozenset({RequirementKind.LANGUAGE})  # read by language_demands
_TRAINED = (
    "uddann",
    "udd",
    "udlaert",
    "faglaert",
    "nyudd",
    "svend",
    "laert",
    "autoris",
    "eksam",
    "diplom",
    "bevis",
    "certified",
    "trained",
    "graduate",
    "baggrund",
)
_TRAINED_IN_WORD = ("uddann", "udlaert", "svend", "eksam", "laerte")
_TRAINED_WITHIN = 3  # words before the title: "uddannet som social- og sundhedshjælper"
_AUTHORISED_WITHIN = 4
_TRAINED_BEHIND = word_set("things", "trained_behind")
_VERBS = word_set("things", "verbs")
_SUBJECTS = word_set("things", "subjects")
_HALVES = {
    **dict.fromkeys(("hjaelper", "hjaelpere", "hjaelperne", "sundhedshjaelper"), "social- og sundhedshjælper"),
    **dict.fromkeys(("assistent", "assistenter", "assistenterne", "ass"), "social- og sundhedsassistent"),
}
_OR_AND = frozenset({"eller", "el", "og", "or", "and"})
_SHORT_NAME = 4  # letters
_ENGLISH = frozenset({"some", "Some"})  # not "SoMe"
_ANY_TRADE = "erhvervsuddannelse"
_FIRST_PARTS = frozenset({"grundforløb", "grundforløb 2"})
_TOWARDS = frozenset({"som", "til", "mod", "inden", "indenfor", "rettet", "for", "paa"})
_OF_ANOTHER_CAR = frozenset({"almindelig", "til", "vores", "firmaets", "deres", "lille", "stor"})


@dataclass(frozen=True, slots=True)
class Wording:
    """An entry by one of its wordings; what `exact` and `asked` mean, Entry says."""

    entry: Entry
    exact: bool
    asked: bool
    name: str = ""  # the last word of a name, which has no endings but an s


@cache
def wording_index() -> PhraseIndex[Wording]:
    """All wordings of the vocabulary that stand by themselves."""
    return PhraseIndex(
        (
            (wording, Wording(entry, wording in entry.exact, wording in entry.asked, _name(entry, wording)))
            for entry in load_vocabulary().values()
            if entry.kind not in _BY_RULE
            for wording in (*entry.wordings, *_of_training(entry))
            if _stands_alone(entry, wording)
        ),
        over_commas=False,
    )


def _name(entry: Entry, wording: str) -> str:
    is_name = entry.kind is RequirementKind.SKILL and entry.key[0].isupper()
    return fold(wording.replace("-", " ").split()[-1]) if is_name else ""


def _of_training(entry: Entry) -> tuple[str, ...]:
    """ "Farmakonomuddannelsen", "kokkeuddannet" and "sygeplejerskeautorisation" in one word."""
    if entry.kind is RequirementKind.AUTHORISATION and entry.key.isalpha():
        return (
            *(f"{entry.key}{end}" for end in ("autorisation", "autorisationen", "sautorisation")),
            *(
                f"{start} {entry.key}"
                for start in ("autorisation som", "autoriseret", "autoriserede", "aut", "dansk autorisation som")
            ),
            f"{entry.key} med autorisation",
        )
    if entry.kind is not RequirementKind.EDUCATION or not entry.key.isalpha():
        return ()
    return tuple(f"{entry.key}{end}" for end in ("uddannelse", "uddannelsen", "uddannet", "eksamen", "svend"))


def _stands_alone(entry: Entry, wording: str) -> bool:
    # A bare licence letter is read by licences.py, where the text speaks of a licence.
    return len(wording) > 1 and not (entry.kind is RequirementKind.DRIVING_LICENCE and wording == entry.key)


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
    found = [thing for match in wording_index().find(words) for thing in _of_match(words, match, listed=listed)]
    found.extend(licences(words, bare_letters=licence_field))
    found.extend(languages(words, listed=listed))
    found.extend(ages(words))
    found.extend(replace(match.payloads[0], first=match.first, last=match.last) for match in waiver_index().find(words))
    found = _without_doubles(_with_other_half(words, with_classes(words, found)))
    return _without_general(_without_directions(words, found))


def _of_match(words: Sequence[Word], match: Found[Wording], *, listed: bool) -> list[Thing]:
    asked = {wording.entry.key for wording in match.payloads if wording.asked}
    entries = [
        wording.entry
        for wording in match.payloads
        if (not wording.exact or listed or words[match.first].text[0].isupper())
        and (listed or not _is_a_word(match, words, wording.entry))
        and (not wording.name or _as_it_stands(words[match.last].key, wording.name))
    ]
    kinds = {entry.kind for entry in entries}
    if _is_verb(words, match) or (match.first == match.last and words[match.first].text in _ENGLISH):
        return []
    if kinds == {RequirementKind.OWN_CAR} and match.first and words[match.first - 1].key in _OF_ANOTHER_CAR:
        return []
    if RequirementKind.AUTHORISATION in kinds:
        authorised = _any_before(words, match, ("autoris", "aut", "authoris"), _AUTHORISED_WITHIN)
        unwanted = RequirementKind.EDUCATION if authorised else RequirementKind.AUTHORISATION
        chosen = [entry for entry in entries if entry.kind is not unwanted]
        entries = chosen if chosen and (authorised or kinds != {RequirementKind.AUTHORISATION}) else entries
        if kinds == {RequirementKind.AUTHORISATION} and not (authorised or _says_authorised(words, match)):
            return []
    return [
        Thing(
            entry.kind,
            entry.key,
            match.first,
            match.last,
            title=_is_plain_title(words, match, entry) or (entry.kind is RequirementKind.SKILL and entry.key in asked),
            asked=entry.kind is RequirementKind.SKILL or entry.key in asked,
        )
        for entry in entries
    ]


def _is_a_word(match: Found[Wording], words: Sequence[Word], entry: Entry) -> bool:
    """ "Fem" is a number, "FEM" and "fem" may be a method."""
    text = words[match.first].text
    short = match.first == match.last and len(text) <= _SHORT_NAME
    return short and entry.key.split("-")[0].isupper() and text[0].isupper() and text[1:].islower()


def _as_it_stands(key: str, name: str) -> bool:
    """ "Sages" is not Sage; "Excels" is Excel."""
    return not key.isalpha() or key in {name, f"{name}s"} or not name.isalpha()


def _is_verb(words: Sequence[Word], match: Found[Wording]) -> bool:
    """ "Som gerne lærer fra sig", "vi maler": what could be a title is what somebody does."""
    if match.first != match.last or words[match.first].key not in _VERBS:
        return False
    before = words[match.first - 1].key if match.first else ""
    after = words[match.first + 1].key if match.first + 1 < len(words) else ""
    return before in _SUBJECTS or after in _SUBJECTS


def _says_authorised(words: Sequence[Word], match: Found[Wording]) -> bool:
    within = words[match.first : match.last + 3]
    return any(word.key.startswith(("bestalling", "statsaut", "regist")) or "autoris" in word.key for word in within)


def _is_plain_title(words: Sequence[Word], match: Found[Wording], entry: Entry) -> bool:
    """A job title without a word of training beside it: a job in running text, an education in a list."""
    if entry.kind is not RequirementKind.EDUCATION or entry.general:
        return False
    within = words[match.first : match.last + 1]
    if words[match.first].key == "cand" or any(_says_trained(word.key) for word in within):
        return False
    after = words[match.last + 1] if match.last + 1 < len(words) else None
    if after is not None and after.sentence == words[match.last].sentence and after.key in _TRAINED_BEHIND:
        return False
    return not _any_before(words, match, _TRAINED, _TRAINED_WITHIN)


def _says_trained(key: str) -> bool:
    return key.endswith("udd") or any(mark in key for mark in _TRAINED_IN_WORD)


def _any_before(words: Sequence[Word], match: Found[Wording], starts: tuple[str, ...], within: int) -> bool:
    sentence = words[match.first].sentence
    near = words[max(0, match.first - within) : match.first]
    return any(word.sentence == sentence and word.key.startswith(starts) for word in near)


def _with_other_half(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
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


def _without_general(found: list[Thing]) -> list[Thing]:
    """ "Faglært elektriker" asks for an electrician, not for any skilled education as well."""
    named = {thing.first for thing in found if thing.kind is RequirementKind.EDUCATION}
    return [
        thing for thing in found if not (thing.key == _ANY_TRADE and thing.last + 1 in named and thing.meaning is None)
    ]


def _without_directions(words: Sequence[Word], found: list[Thing]) -> list[Thing]:
    """ "GF2 (SSA)", "grundforløb 2 som tømrer": the title says towards what the first part of a training leads."""
    opened = [thing.last for thing in found if thing.key in _FIRST_PARTS]
    directed = {
        place
        for last in opened
        for place in range(last + 1, min(last + 3, len(words)))
        if all(word.key in _TOWARDS for word in words[last + 1 : place])
    }
    return [thing for thing in found if not (thing.title and thing.first in directed)]


def _without_doubles(found: list[Thing]) -> list[Thing]:
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
