"""What is said of colleagues, leaders, clients or the house itself: "værkføreren kan polsk" asks nobody for Polish."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.references import clause_start
from taxonomy.reading.thing import Thing
from taxonomy.reading.word_sets import word_set
from taxonomy.reading.words import Word

_PEOPLE = word_set("of_others", "people")
_PRONOUNS = word_set("of_others", "pronouns")
_OURS = word_set("of_others", "ours")
_VERBS = word_set("of_others", "verbs")
_BETWEEN = word_set("of_others", "between")
_WHO = frozenset({"der", "som"})
_MATES = word_set("of_others", "mates")
_OTHER, _POSTS = word_set("another_post", "other"), word_set("another_post", "posts")
_BESIDE, _WORKING = word_set("worked_with", "with"), word_set("worked_with", "working")
_TRAINED = word_set("worked_with", "trained")
_FORMER, _HAD = word_set("of_others", "former"), word_set("of_others", "had")
_ONCE, _BEFORE_THAT = frozenset({"engang", "dengang", "tidligere", "foerhen", "oprindeligt"}), "foer"
_DEMANDED_NOW = frozenset({"skal", "kraeves", "er", "har"})
_DEMANDED = frozenset({"krav", "skal", "kraeves", "fordel", "plus"})
_CLAUSE = 10  # words of a clause looked at on either side
_STAFF = word_set("of_others", "staff")
_SHALL = "skal"
_WHERE = frozenset({"i", "paa", "fra", "ved", "til"})
_REACH = 5  # words between a verb and what is said to be had
_SUBJECT = 4  # words before a verb in which its subject stands
# Attests and ages are asked of everybody, whatever else is said of them; skills that are only named ask for nothing.
_KINDS = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.EDUCATION,
        RequirementKind.AUTHORISATION,
        RequirementKind.LANGUAGE,
        RequirementKind.EXPERIENCE,
    }
)


def said_of_others(words: Sequence[Word], thing: Thing) -> bool:
    """Whether somebody who is not sought has, is or speaks the thing."""
    if thing.kind not in _KINDS:
        return False
    return (
        _others_have(words, thing)
        or _is_put_first(words, thing)
        or _those_before_had(words, thing)
        or _of_another_post(words, thing)
        or _is_worked_with(words, thing)
    )


def _of_another_post(words: Sequence[Word], thing: Thing) -> bool:
    """ "Til den anden afdeling søger vi en med C/E"."""
    start, clause = clause_start(words, thing.first), words[thing.first].clause
    keys = [word.key for word in words[start : start + _CLAUSE + _CLAUSE] if word.clause == clause]
    return any(
        one in _OTHER and other in _POSTS and keys[max(0, at - 1)] != "eller"
        for at, (one, other) in enumerate(pairwise(keys))
    )


def _is_worked_with(words: Sequence[Word], thing: Thing) -> bool:
    """ "Du bliver makker med en uddannet tømrer"."""
    if thing.kind not in {RequirementKind.EDUCATION, RequirementKind.AUTHORISATION}:
        return False
    start, at = clause_start(words, thing.first), thing.first - 1
    while at >= start and words[at].key in _TRAINED:
        at -= 1
    return at > start and words[at].key in _BESIDE and any(word.key in _WORKING for word in words[start : at + 1])


def _those_before_had(words: Sequence[Word], thing: Thing) -> bool:
    """ "De to sidste havde ingen erfaring", "medicinkursus havde den gamle vagt"."""
    near = words[max(0, thing.first - _CLAUSE) : thing.last + _CLAUSE]
    clause = [word.key for word in near if word.clause == words[thing.first].clause]
    if _HAD.isdisjoint(clause):
        return False
    once = not _ONCE.isdisjoint(clause) or clause[:1] == [_BEFORE_THAT]
    return (once and _DEMANDED_NOW.isdisjoint(clause)) or (
        not _FORMER.isdisjoint(clause) and _DEMANDED.isdisjoint(clause)
    )


def _others_have(words: Sequence[Word], thing: Thing) -> bool:
    """ "De andre vagter har kørekort", "vores chef er uddannet kok", "en kollega, som har C"."""
    start = clause_start(words, thing.first)
    if words[thing.first].key in _VERBS:  # "taler dansk" as it is read
        return _is_of_others(words, start, thing.first)
    for place in range(thing.first - 1, max(start - 1, thing.first - 1 - _REACH), -1):
        if words[place].key in _VERBS:
            return _is_of_others(words, start, place)
        if words[place].key not in _BETWEEN:
            return False
    return False


def _is_of_others(words: Sequence[Word], start: int, verb: int) -> bool:
    before = [word.key for word in words[max(start, verb - _SUBJECT) : verb]]
    if not before:
        return False
    if words[verb].key == _SHALL:
        return _is_one_other(before)
    if before[-1] in _WHO:
        near = words[max(0, verb - 1 - _SUBJECT) : verb - 1]
        return any(word.key in _MATES and word.sentence == words[verb].sentence for word in near)
    return before[-1] in _PEOPLE or bool(_OURS & set(before[:-1]))


def _is_one_other(before: Sequence[str]) -> bool:
    """ "Kollegaen i Greve skal have C"; what the staff is to have is asked of whoever is sought."""
    people = [place for place, key in enumerate(before) if key in _PEOPLE - _STAFF]
    rest = before[people[-1] + 1 :] if people else []
    return bool(people) and (not rest or rest[0] in _WHERE)


def _is_put_first(words: Sequence[Word], thing: Thing) -> bool:
    """ "Italiensk er han selv", "polsk kan værkføreren"."""
    after = words[thing.last + 1 : thing.last + 4]
    if thing.first != clause_start(words, thing.first) or len(after) < 2 or after[0].key not in _VERBS:
        return False
    same = all(word.clause == words[thing.last].clause for word in after[:2])
    selves = len(after) > 2 and after[2].key == "selv" and after[2].clause == words[thing.last].clause
    return same and (after[1].key in _PEOPLE or (after[1].key in _PRONOUNS and selves))
