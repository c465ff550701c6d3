"""Experience told as what somebody has done: "har solgt sko", "skal have kørt tip før", "har du ledet folk"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.past_work.experience_in import (
    PLAIN,
    Labelled,
    can_be_practised,
    experience,
    key_of_title,
    object_end,
)
from taxonomy.reading.past_work.names import is_name
from taxonomy.reading.past_work.own_words import WITH, own_words
from taxonomy.reading.past_work.years import dated_behind
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, clause_start
from taxonomy.reading.thing import Thing

_HAVING = word_set("perfects", "having")
_TO_HAVE = word_set("perfects", "to_have")
_BETWEEN = word_set("perfects", "between")
_APPLICANT = word_set("perfects", "applicant")
_OTHERS = word_set("perfects", "others")
_WHO = word_set("perfects", "who")
_SOMEBODY = word_set("perfects", "somebody")
_BEFORE = word_set("experience", "before")
_ENDING = "eret"  # "administreret", "renoveret"
_ONLY_WITH = word_set("perfects", "only_with")
_ALIKE = word_set("perfects", "alike")
_BACK = 12  # words between whoever is sought and a further "har"
_REACH = 6  # words between "har" and what was done
_NOTING = frozenset({"selv", "gerne", "helst", "tidligere"})
_ABOUT = frozenset({"omkring", "ved"})
_TRIED, _HAD, _ANSWERED_FOR = "proevet", "haft", ("ansvar", "job", "jobs", "stilling", "stillinger")
_TRIED_OUT = frozenset({_TRIED, _HAD})
_TRIED_WITH = frozenset({"proevet", "siddet", "haft", "arbejdet"})
_FINITE = word_set("told", "finite") | frozenset({"skal"})
_NOUN = 6  # letters of a noun that nobody listed
_BEEN = "vaeret"  # "har været oldfrue"
_AND = frozenset({"og", "eller", "samt"})
_OR_WHO = ("eller", "som")
_AS_LEADER = frozenset({"vaeret", "arbejdet", "fungeret", "virket"})


@cache
def _participles() -> tuple[frozenset[str], Mapping[str, str]]:
    content = TaxonomyFile(DATA / "reading" / "done.toml").content
    telling = {fold(word): key for key, words in content["telling"].items() for word in str(words).split()}
    return frozenset(map(fold, str(content["plain"]["words"]).split())) | telling.keys(), telling


def is_participle(key: str) -> bool:
    """Whether a folded word says that something was done."""
    return key in _participles()[0] or (key.endswith(_ENDING) and len(key) > len(_ENDING) + 2)


def is_done(words: Sequence[Word], index: int) -> bool:
    """Whether the word says that something was done: by our list, or "surret" in "har surret containere"."""
    return is_participle(words[index].key)


def can_only_be_done(thing: Thing) -> bool:
    """Whether the thing is a skill and no program, which somebody knows."""
    return thing.kind is RequirementKind.SKILL and not is_name(thing.key)


def has_done(words: Sequence[Word], index: int, things: Sequence[Thing], titles: Sequence[Labelled]) -> list[Thing]:
    """The experience in what the participle at `index` says that somebody who is sought has done; none of others."""
    if any(thing.first <= index <= thing.last and thing.kind is RequirementKind.CERTIFICATE for thing in things):
        return []  # "skal have certificeret coach": a word of the paper's name
    having = _having(words, index)
    if (having is None and not _is_noted(words, index)) or (
        having is not None and not _is_sought(words, having, index)
    ):
        return []
    fronted = _fronted(words, having, index, things) if having is not None else []
    been = words[index].key == _BEEN and any(title.title.first in {index + 1, index + 2} for title in titles)
    if fronted or not (been or _says_what(words, index, things) or _ends_clause(words, index)):
        return fronted
    end = object_end(words, index, things, titles)
    if any(thing.first > index and thing.first <= end and _is_program(thing) for thing in things):
        return []  # who has worked with a program knows it: that is a skill
    named = {
        thing.first: (thing.key, thing.last)
        for thing in things
        if can_be_practised(thing) and thing.kind is not RequirementKind.CERTIFICATE
        and thing.last <= end and (index < thing.first or thing.first <= index < thing.last)
    }  # fmt: skip
    if words[index].key in _AS_LEADER:
        named |= {
            title.title.first: (key_of_title(title.label), title.title.last)
            for title in titles
            if index < title.title.first <= end
        }
    named = named or _in_own_words(words, index, end)
    if not named:
        return []
    return [
        dated_behind(words, max(index, last), experience(key, index, place, last))
        for place, (key, last) in sorted(named.items())
    ]


def _fronted(words: Sequence[Word], having: int, index: int, things: Sequence[Thing]) -> list[Thing]:
    """ "Rykkere og inkasso skal de have siddet med": what opens the clause that ends in what was done with it."""
    last = index + (index + 1 < len(words) and words[index + 1].key in WITH | _ABOUT)
    asked = any(word.key in _APPLICANT for word in words[having + 1 : index])  # "fjernvarme har han gerne prøvet"
    if not _ends_clause(words, last) or not (asked or words[having].key in _TO_HAVE):
        return []
    clause = words[index].clause
    opening = [thing for thing in things if thing.last < having and words[thing.first].clause == clause]
    done = [thing for thing in opening if can_only_be_done(thing)]
    opens = bool(done) and (not done[0].first or words[done[0].first - 1].clause != clause)
    if not opening and words[index].key in _TRIED_WITH:
        return _fronted_in_own_words(words, having)
    return [experience(thing.key, thing.first, thing.first, thing.last) for thing in done] if opens else []


def _fronted_in_own_words(words: Sequence[Word], having: int) -> list[Thing]:
    """ "Udbudsmateriale har han siddet med før": one noun before the verb of its clause."""
    start = clause_start(words, having)
    verb = next((at for at in range(start, having + 1) if words[at].key in _FINITE), having)
    own = own_words(words, start - 1, start) if verb == start + 1 and len(words[start].key) >= _NOUN else None
    return [] if own is None else [experience(key_of_title(own.key), start, start, start)]


def _says_what(words: Sequence[Word], index: int, things: Sequence[Thing]) -> bool:
    """ "Været i bank", "haft med beton", "prøvet gulvvask", "haft ansvar for"; not "været glad" or "haft vikarer"."""
    after = words[index + 1] if index + 1 < len(words) and words[index + 1].clause == words[index].clause else None
    if after is None or words[index].key not in _ONLY_WITH:
        return words[index].key not in _ONLY_WITH
    if words[index].key in _TRIED_OUT and any(thing.first == index + 1 and can_be_practised(thing) for thing in things):
        return True
    if any(word.key in _ALIKE and word.clause == words[index].clause for word in words[index + 1 : index + 3]):
        return True  # "haft et lignende job"
    answered = words[index].key == _HAD and after.key.endswith(_ANSWERED_FOR)
    return after.key in WITH or answered or (words[index].key == _TRIED and after.key == "at")


def _ends_clause(words: Sequence[Word], index: int) -> bool:
    end = index + 1
    while end < len(words) and words[end].key in _BEFORE and words[end].clause == words[index].clause:
        end += 1
    return end >= len(words) or words[end].clause != words[index].clause


def _in_own_words(words: Sequence[Word], index: int, end: int) -> dict[int, tuple[str, int]]:
    """By the participle where it tells, else by the words behind it."""
    telling = _participles()[1].get(words[index].key)
    if telling is not None:
        return {index: (telling, index)}
    behind = index + (index < end and words[index + 1].key == "at")
    own = own_words(words, behind, end)
    # "Prøvet at lede" is experience in leading, "prøvet at stå foran en flok børn" in nothing that has a name.
    if own is not None and (
        behind == index or fold(own.key) != " ".join(word.key for word in words[own.first : own.last + 1])
    ):
        return {own.first: (key_of_title(own.key), own.last)}
    # "Har arbejdet i en lignende stilling": it does not say what in.
    alike = next((place for place in range(index + 1, end + 1) if words[place].key in _ALIKE), None)
    return {} if alike is None else {alike: (PLAIN, end)}


def _is_program(thing: Thing) -> bool:
    return thing.kind is RequirementKind.SKILL and is_name(thing.key)


def _having(words: Sequence[Word], index: int) -> int | None:
    """The place of the "har" or "have" that the participle belongs to."""
    for place in range(index - 1, max(-1, index - 1 - _REACH), -1):
        word = words[place]
        if word.clause != words[index].clause:
            return None
        if word.key in _HAVING | _TO_HAVE:
            return place
        if word.key not in _BETWEEN | _APPLICANT | _OTHERS and not is_participle(word.key):
            return None
    return None


def _is_noted(words: Sequence[Word], index: int) -> bool:
    """ "Selv kørt lastbil = stort +": nothing but a small word before it in its sentence."""
    before = index - 1
    if before < 0 or words[before].key not in _NOTING or words[before].clause != words[index].clause:
        return False
    return not before or words[before - 1].clause != words[before].clause


def _is_sought(words: Sequence[Word], having: int, index: int) -> bool:
    """It is said of whoever is sought: "skal have", "har du", "en, der har"; in a note nobody is named."""
    clause = words[having].clause
    before = [word.key for word in words[max(0, having - _REACH) : having] if word.clause == clause]
    behind = {word.key for word in words[having + 1 : index]}
    if _OTHERS & (behind | set(before[-1:])):
        return False
    if words[having].key in _TO_HAVE:
        return bool(before)
    opens = not before and (not having or words[having - 1].sentence != words[having].sentence)
    if _APPLICANT & (behind | set(before[-2:])) or (opens and not behind & _SOMEBODY):
        return True
    sentence = words[having].sentence
    named = {word.key for word in words[max(0, having - _BACK) : having] if word.sentence == sentence} & _APPLICANT
    if named and (not before or before[-1] in _AND):
        return True  # "du har truck og har kørt reach", "du er uddannet, har arbejdet med børn"
    if len(before) == len(_OR_WHO) and before[0] in _AND and before[1] in _WHO and having > len(_OR_WHO):
        return True  # "en assistent, der kender misbrug, eller som har arbejdet i psykiatrien"
    return before[-1:] != [] and before[-1] in _WHO and _names_somebody(words, having - 1)


def _names_somebody(words: Sequence[Word], who: int) -> bool:
    """ "En, der har", "folk som har"; not "kunder, der har"."""
    near = words[max(0, who - 2) : who]
    return any(word.key in _SOMEBODY and word.sentence == words[who].sentence for word in near)
