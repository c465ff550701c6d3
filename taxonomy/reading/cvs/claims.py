"""What the running text of a CV says of a paper or training that it names: held, lacking, or neither.

A list of names is a list of what is held; in a sentence it takes more than the name. A paper that somebody wishes for,
is about to take or has broken off proves nothing, and neither does a machine, a school or a place of work.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.moods.negation import is_negator
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing


class Claim(StrEnum):
    """What is said of it."""

    HELD = "held"
    LACKING = "lacking"
    NEITHER = "neither"


_PAPERS = frozenset(
    {
        RequirementKind.CERTIFICATE,
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.AUTHORISATION,
        RequirementKind.EDUCATION,
        RequirementKind.CRIMINAL_RECORD,
    }
)
_WANTING, _GETTING = word_set("cv_claims", "wanting"), word_set("cv_claims", "getting")
_MAY, _GOT = word_set("cv_claims", "may"), word_set("cv_claims", "got")
_BROKEN_OFF, _LOST = word_set("cv_claims", "broken_off"), word_set("cv_claims", "lost")
_EXCEPT, _PAID = word_set("cv_claims", "except"), word_set("cv_claims", "paid")
_BUT_NOT = word_set("cv_claims", "but_not")
_ENROLLED, _OWN = word_set("cv_claims", "enrolled"), word_set("cv_claims", "own")
_PAPER_WORDS = tuple(word_set("cv_claims", "papers"))
_MACHINES = tuple(word_set("cv_claims", "machines"))
_OF_A_MACHINE = frozenset({"truckcertifikat", "krancertifikat", "liftcertifikat", "stilladsopstillercertifikat"})
_SCHOOLS, _THROUGH = word_set("cv_claims", "schools"), word_set("cv_claims", "through")
_CLASS, _AT = frozenset({"klasse", "klasses"}), word_set("cv_claims", "at")
_TRAINED = word_set("cv_claims", "trained")
_CLEAN, _ON_IT = word_set("cv_claims", "clean"), word_set("cv_claims", "on_it")
_ANSWERS = word_set("denials", "no") | {"ja", "yes"}
_PUNISHED = word_set("cv_claims", "punished")
_IF, _WITH, _WITHOUT = frozenset({"hvis", "if"}), frozenset({"med", "m", "with"}), frozenset({"uden", "without"})
_NEITHER_NOR, _LACKS = "hverken", frozenset({"mangler", "missing"})
_HAS = frozenset({"har", "have", "has", "haft"})
BASIC_COURSE = frozenset({"gf1", "gf2", "grundforloeb", "grundforloebet"})  # to a trade: "GF2 som elektriker"
_NEAR = 3  # words
_BESIDE = 2  # places from one paper of a list to the next, with a word that joins them between


def claim(words: Sequence[Word], thing: Thing, found: Sequence[Thing]) -> Claim | None:
    """What the sentence says of the thing; None where the words of having and lacking (cv_cues.toml) decide."""
    if thing.kind not in _PAPERS:
        return None
    sentence = [at for at, word in enumerate(words) if word.sentence == words[thing.first].sentence]
    before = [at for at in sentence if at < thing.first]
    behind = [at for at in sentence if at > thing.last]
    if (excepted := _excepted(words, before)) is not None:
        return excepted
    if _is_lacking(words, thing, before, behind):
        return Claim.LACKING
    if _is_no_paper(words, thing, found) or _is_to_come(words, thing, before, behind):
        return Claim.NEITHER
    return Claim.HELD if _is_held_after_all(words, thing, before, behind) else None


def _clause(words: Sequence[Word], places: Sequence[int], thing: Thing) -> list[str]:
    return [words[at].key for at in places if words[at].clause in {words[thing.first].clause, words[thing.last].clause}]


def _is_lacking(words: Sequence[Word], thing: Thing, before: Sequence[int], behind: Sequence[int]) -> bool:
    """ "Har hverken C eller truck", "ikke udlært", "bagersvend er jeg ikke", "jeg dumpede", "truck uden bevis"."""
    keys, after = _clause(words, before, thing), _clause(words, behind, thing)
    own = {word.key for word in words[thing.first : thing.last + 1]}
    if _NEITHER_NOR in keys or not _LOST.isdisjoint([*keys, *after]) or not _WITHOUT.isdisjoint(keys[-_NEAR:]):
        return True
    if thing.kind is RequirementKind.CRIMINAL_RECORD and not _PUNISHED.isdisjoint(own.union(keys, after)):
        denied = any(
            is_negator(words, at) for at in (*before, *behind) if words[at].clause == words[thing.first].clause
        )
        return not denied and _WITHOUT.isdisjoint([*keys, *after])  # "attest uden anmærkninger"
    if thing.kind is RequirementKind.CRIMINAL_RECORD and any(
        words[at].key in _CLEAN
        and words[at].clause == words[thing.last].clause
        and any(is_negator(words, near) for near in range(max(0, at - _BESIDE), at))
        for at in behind
    ):
        return True  # "attesten er ikke helt ren"
    if own & _TRAINED and keys[-1:] and is_negator(words, before[-1]):
        return True
    negated = any(is_negator(words, at) for at in behind if words[at].clause == words[thing.last].clause)
    if thing.kind is RequirementKind.EDUCATION and negated and after[:2] == ["er", "jeg"]:
        return True
    return _is_machine(words, thing) and _says_without_paper(words, behind)


def _says_without_paper(words: Sequence[Word], behind: Sequence[int]) -> bool:
    """ "Kørt truck uden at have certifikat", "lift har jeg kørt, bevis mangler"."""
    keys = [words[at].key for at in behind]
    paper = next((place for place, key in enumerate(keys) if key.startswith(_PAPER_WORDS)), None)
    return paper is not None and (
        not _WITHOUT.isdisjoint(keys[max(0, paper - _NEAR) : paper])
        or not _LACKS.isdisjoint(keys[paper + 1 : paper + _NEAR])
    )


def _is_no_paper(words: Sequence[Word], thing: Thing, found: Sequence[Thing]) -> bool:
    """A machine that is driven or a school that somebody works at."""
    if _is_machine(words, thing):
        return not (_is_answered(words, thing) or _stands_among_papers(words, thing, found))
    own = {word.key for word in words[thing.first : thing.last + 1] if not word.key.isdecimal()}
    start = next(at for at, word in enumerate(words) if word.clause == words[thing.first].clause)
    clause = [word.key for word in words[start : thing.first]]
    if thing.kind is not RequirementKind.EDUCATION or not own <= _SCHOOLS | _CLASS or _says_done(clause):
        return False
    if own <= _CLASS:
        return bool(clause) and (clause[-1] in _AT or clause[-1].isdecimal())
    own_clause = [at for at, word in enumerate(words) if word.clause == words[thing.first].clause]
    return any(not words[at].key.isdecimal() for at in own_clause if not thing.first <= at <= thing.last)


def _says_done(clause: Sequence[str]) -> bool:
    """ "Har 9. klasse", "bestod hf"."""
    return not _HAS.isdisjoint(clause[-_BESIDE:]) or not _THROUGH.isdisjoint(clause)


def _is_answered(words: Sequence[Word], thing: Thing) -> bool:
    """ "Ingen truck", "truck nej", "truck ja"."""
    denied = thing.first > 0 and is_negator(words, thing.first - 1)
    return denied or (thing.last + 1 < len(words) and words[thing.last + 1].key in _ANSWERS)


def _is_machine(words: Sequence[Word], thing: Thing) -> bool:
    own = [word.key for word in words[thing.first : thing.last + 1]]
    named = thing.kind is RequirementKind.CERTIFICATE and thing.key.split()[0] in _OF_A_MACHINE
    return named and all(_names_a_machine(key) for key in own)


def _names_a_machine(key: str) -> bool:
    """ "Gaffeltruck" and "trucks", but no "truckcertifikat"."""
    return (key.startswith(_MACHINES) or key.endswith(_MACHINES)) and not any(paper in key for paper in _PAPER_WORDS)


def _stands_among_papers(words: Sequence[Word], thing: Thing, found: Sequence[Thing]) -> bool:
    """ "Kørekort B og truck": in a list of papers the machine's name is the paper's."""
    return any(
        other is not thing
        and other.kind in _PAPERS
        and words[other.first].sentence == words[thing.first].sentence
        and min(abs(other.first - thing.last), abs(thing.first - other.last)) <= _BESIDE
        and not _is_machine(words, other)
        for other in found
    )


def _is_to_come(words: Sequence[Word], thing: Thing, before: Sequence[int], behind: Sequence[int]) -> bool:
    """ "Vil have C/E betalt", "er på venteliste til GF2", "stoppede på uddannelsen", "hvis det bliver betalt"."""
    keys, after = _clause(words, before, thing), _clause(words, behind, thing)
    own = {word.key for word in words[thing.first : thing.last + 1]}
    if not _BROKEN_OFF.isdisjoint(keys) or not _BROKEN_OFF.isdisjoint(words[at].key for at in behind):
        return thing.kind in {RequirementKind.EDUCATION, RequirementKind.AUTHORISATION}
    around = {words[at].key for at in (*before, *behind)}
    if not _IF.isdisjoint(around) and any(key in _PAID for key in around):
        return True
    if not _ENROLLED.isdisjoint(after[:4]) or (not own & BASIC_COURSE and not BASIC_COURSE.isdisjoint(keys[-_NEAR:])):
        return True  # "GF2 på automekanikeruddannelsen"
    if keys and keys[-1] in _OWN | _WITH and not (len(keys) > 1 and keys[-2] in _WANTING):
        return False
    return _asks_for(keys)


def _asks_for(keys: Sequence[str]) -> bool:
    """Whether the last thing that the words before say is that it is to come, and not that it was got."""
    for place in range(len(keys) - 1, -1, -1):
        getting = not _GETTING.isdisjoint(keys[place + 1 :])
        if keys[place] in _WANTING or (keys[place] in _MAY and getting):
            return True
        if keys[place] in _GOT and not _may_get(keys[:place]):
            return False
    return False


def _may_get(keys: Sequence[str]) -> bool:
    """ "Vil have": the word of having belongs to the one of wanting."""
    return bool(keys) and (keys[-1] in _WANTING | _MAY or (len(keys) > 1 and keys[-2] in _WANTING | _MAY))


def _excepted(words: Sequence[Word], before: Sequence[int]) -> Claim | None:
    """ "Ingen papirer ud over et truckcertifikat" and "ikke uden kørekort" hold it, "alt undtagen ADR" lacks it."""
    keys = [words[at].key for at in before]
    for place, (one, other) in enumerate(pairwise([*keys, ""])):
        if one in _EXCEPT or f"{one}_{other}" in _EXCEPT:
            if any(is_negator(words, at) for at in before[: place + 1]):
                return Claim.HELD
            return Claim.LACKING if {one, f"{one}_{other}"} & _BUT_NOT else None
    return None


def _is_held_after_all(words: Sequence[Word], thing: Thing, before: Sequence[int], behind: Sequence[int]) -> bool:
    """What only looks denied: "intet på straffeattesten", "sidder ikke stille: har C", "har B, men mangler kurset"."""
    denied = [at for at in before if is_negator(words, at)]
    if thing.kind is RequirementKind.CRIMINAL_RECORD:
        keys = [words[at].key for at in before]
        if not _PUNISHED.isdisjoint(word.key for word in words[thing.first : thing.last + 1]):
            return bool(denied)  # "aldrig straffet"
        return bool(denied) and _CLEAN.isdisjoint(keys) and not _ON_IT.isdisjoint(keys[-_NEAR:])
    colons = [at for at in (*before[1:], thing.first) if ":" in words[at].gap]
    if colons:
        return bool(denied) and denied[-1] < colons[-1]
    return _has_it_and_lacks_another(words, thing, before, behind)


def _has_it_and_lacks_another(
    words: Sequence[Word], thing: Thing, before: Sequence[int], behind: Sequence[int]
) -> bool:
    clause = [at for at in before if words[at].clause == words[thing.first].clause]
    if _HAS.isdisjoint(words[at].key for at in clause) or any(is_negator(words, at) for at in clause):
        return False
    others = [at for at in behind if words[at].clause != words[thing.last].clause]
    return any(words[at].key in _LACKS for at in others if at + 1 < len(words))
