"""Of whom a relative clause tells: of whoever is sought ("en, der kan svejse") or of others ("vores pedel, som er")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Meant

_WHO = word_set("relative_clauses", "who")
_CLOSING = word_set("relative_clauses", "closing")
_OWNED = word_set("relative_clauses", "owned")
_SOMEBODY = word_set("relative_clauses", "somebody")
_SEEKING = word_set("relative_clauses", "seeking")
_WISHING = word_set("relative_clauses", "wishing")
_HOLDING = word_set("relative_clauses", "holding")
_ADVERBS = word_set("cues", "adverbs")
_UNSAID = frozenset({None, "asked"})
_REACH = 25  # words of a relative clause
_ANTECEDENT = 7  # words before the pronoun in which stands who it is


class Told(StrEnum):
    """Whom a relative clause tells of, and whether what it says of whoever is sought is demanded or wished for."""

    OF_OTHERS = "others"
    DEMANDED = "hard"
    WISHED = "soft"


def demanded_of_the_sought(words: Sequence[Word], found: Sequence[Meant], titles: Sequence[TitleFound]) -> list[Meant]:
    """The findings; what whoever is sought is said to have, know or be is demanded: "vi mangler en, der kan svejse"."""
    return [_of_the_sought(words, one, titles) if one.meaning in _UNSAID else one for one in found]


def _of_the_sought(words: Sequence[Word], one: Meant, titles: Sequence[TitleFound]) -> Meant:
    told = told_of(words, one.thing.first, titles)
    return replace(one, meaning=told.value) if told in {Told.DEMANDED, Told.WISHED} else one


def told_of(words: Sequence[Word], index: int, titles: Sequence[TitleFound]) -> Told | None:
    """Whom the relative clause around a word tells of; None where there is no such clause or nobody can say."""
    pronoun = _pronoun(words, index)
    if pronoun is None:
        return None
    people = {title.last for title in titles}
    for at in range(pronoun - 1, max(-1, pronoun - 1 - _ANTECEDENT), -1):
        if words[at].sentence != words[index].sentence:
            return None
        if words[at].key in _OWNED and people.intersection(range(at + 1, pronoun)):
            return Told.OF_OTHERS
        if words[at].key in _SOMEBODY:
            return _how_sought(words, at, pronoun)
    return None


def _pronoun(words: Sequence[Word], index: int) -> int | None:
    """The pronoun that opens the clause, or the list of clauses, in which the word stands."""
    for at in range(index, max(0, index - _REACH), -1):
        if words[at].sentence != words[index].sentence or words[at].key in _CLOSING:
            return None
        if words[at].key in _WHO and at < index:
            return at
    return None


def _how_sought(words: Sequence[Word], somebody: int, pronoun: int) -> Told | None:
    """ "Vi mangler en, der kan", "helst en, der kan"; "en, der har, er foran" says neither."""
    verb = next((word.key for word in words[pronoun + 1 : pronoun + 4] if word.key not in _ADVERBS), "")
    lead = {word.key for word in words[:somebody] if word.sentence == words[pronoun].sentence}
    if verb in _HOLDING and not _WISHING.isdisjoint(lead):
        return Told.WISHED
    return Told.DEMANDED if verb in _HOLDING and not _SEEKING.isdisjoint(lead) else None
