"""The vocabulary as phrases: which entries the words of a text may name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from taxonomy.language import base_lexicon, fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.vocabulary import Entry, load_vocabulary
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.word_sets import word_set

_TRAININGS, _WITHIN = ("uddannelse", "uddannet"), ("inden for", "indenfor")
_HEADS = ("kursus", "bevis", "certifikat", "uddannelse", "kørekort", "kort")
_SHORTEST_JOINED = 6  # letters; shorter ones are too often other words
_SHORTEST_NOUN = 8  # letters of a noun of doing; verbs of shorter ones are too often other words
_VOWELS = tuple("aeiouyæøå")
_DOUBLED = ("g", "k", "p")  # "klipning" is of "klippe", "slibning" of "slibe"
_ARTICLES = word_set("wordings", "articles")
_NO_VERBS = word_set("wordings", "no_verbs")
_SHORTEST = 2  # letters of what the paper is for
_BY_RULE = frozenset({RequirementKind.LANGUAGE})  # read by language_demands


@dataclass(frozen=True, slots=True)
class DemandWording:
    """An entry by one of its wordings; what `exact` and `asked` mean, Entry says."""

    entry: Entry
    exact: bool
    asked: bool
    name: str = ""  # the last word of a name or of what is `plain`, which has no endings but an s


@cache
def wording_index() -> PhraseIndex[DemandWording]:
    """All wordings of the vocabulary that stand by themselves."""
    return PhraseIndex(
        tuple(
            (wording, DemandWording(entry, wording in entry.exact, wording in entry.asked, _name(entry, wording)))
            for entry in load_vocabulary().values()
            if entry.kind not in _BY_RULE
            for wording in (*entry.wordings, *_of_training(entry), *_in_one_word(entry))
            if _stands_alone(entry, wording)
        )
        + _verbs(),
        over_commas=False,
        over=_ARTICLES,
        may_go_over=_is_a_skill,
    )


def _is_a_skill(wording: DemandWording) -> bool:
    """ "Har en bil" is said of more than a car of one's own."""
    return wording.entry.kind is RequirementKind.SKILL


def _verbs() -> tuple[tuple[str, DemandWording], ...]:
    """ "Opspænde" for "opspænding" and "svejse" for "svejsning", where the words around it ask for something."""
    entries = [entry for entry in load_vocabulary().values() if entry.kind is RequirementKind.SKILL]
    written = {fold(wording) for entry in load_vocabulary().values() for wording in entry.wordings}
    found: dict[str, Entry] = {}
    for entry in entries:
        for noun in entry.wordings:
            for verb in _infinitives(noun):
                found.setdefault(verb, entry)
    return tuple(
        (verb, DemandWording(entry, exact=False, asked=True))
        for verb, entry in found.items()
        if fold(verb) not in written
    )


def _infinitives(noun: str) -> tuple[str, ...]:
    """What a noun of doing may come from: "udbening" from "udbene", "planlægning" from "planlægge"."""
    if not noun.isalpha() or not noun.islower() or len(noun) < _SHORTEST_NOUN or not noun.endswith("ing"):
        return ()
    stem = noun.removesuffix("ing")
    bare = stem.removesuffix("n")
    if bare == stem or bare.endswith(_VOWELS):
        verb = f"{stem}e"
    else:
        short = bare.endswith(_DOUBLED) and bare[-2] in _VOWELS
        verb = f"{bare}{bare[-1]}e" if short else f"{bare}e"
    return () if fold(verb) in _NO_VERBS else (verb,)


def _in_one_word(entry: Entry) -> Iterator[str]:
    """ "Elcykler" for "el-cykler"."""
    if entry.kind is RequirementKind.SKILL:
        joined = (wording.replace("-", "") for wording in entry.wordings if "-" in wording)
        yield from (word for word in joined if word.isalpha() and word.islower() and len(word) >= _SHORTEST_JOINED)


def _name(entry: Entry, wording: str) -> str:
    is_name = (entry.kind is RequirementKind.SKILL and entry.key[0].isupper()) or wording in entry.plain
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
    if entry.kind is RequirementKind.CERTIFICATE:
        return tuple(apart for wording in entry.wordings for apart in _apart(wording))
    if entry.kind is not RequirementKind.EDUCATION:
        return ()
    ends = ("uddannelse", "uddannelsen", "uddannet", "eksamen", "svend") if entry.key.isalpha() else ()
    return (*(f"{entry.key}{end}" for end in ends), *_in_the_field(entry))


def _in_the_field(entry: Entry) -> Iterator[str]:
    """ "Uddannet inden for sundhed" for "sundhedsuddannelse", as far as the field is a word."""
    known = {fold(wording) for wording in entry.wordings}
    for wording in entry.wordings:
        field = next((wording.removesuffix(end) for end in _TRAININGS if wording.endswith(end)), wording)
        field = field.removesuffix("s")
        if field != wording and field.isalpha() and base_lexicon().base_of(field) == field:
            said = (f"{trained} {within} {field}" for trained in _TRAININGS for within in _WITHIN)
            yield from (one for one in said if fold(one) not in known)


def _apart(wording: str) -> tuple[str, ...]:
    """ "Motorsav kursus" for "motorsavskursus", as notes have it."""
    head = next((head for head in _HEADS if wording.endswith(head) and len(wording) > len(head) + _SHORTEST), None)
    if head is None or not wording.isalpha():
        return ()
    stem = wording.removesuffix(head)
    return tuple(dict.fromkeys((f"{stem} {head}", f"{stem.removesuffix('s')} {head}")))


def _stands_alone(entry: Entry, wording: str) -> bool:
    # A bare licence letter is read by licences.py, where the text speaks of a licence.
    return len(wording) > 1 and not (entry.kind is RequirementKind.DRIVING_LICENCE and wording == entry.key)
