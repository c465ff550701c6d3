"""Compounds written as two words, as notes have them: "hold træning" is "holdtræning"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from taxonomy.language.stemming import STOP_WORDS
from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.phrases import Found
from taxonomy.reading.wordings import Wording, wording_index
from taxonomy.reading.words import Word

_SHORTEST, _WHOLE = 3, 8  # letters of each part and of the whole; shorter ones meet by chance


def written_apart(words: Sequence[Word], found: Sequence[Found[Wording]]) -> Iterator[Found[Wording]]:
    """A skill for each two words between the wordings found that are one of its wordings when written together."""
    taken = {place for match in found for place in range(match.first, match.last + 1)}
    for place in range(1, len(words)):
        first, second = words[place - 1], words[place]
        if second.gap != " " or taken & {place - 1, place} or not _may_be_one(first, second):
            continue
        whole = replace(first, key=first.key + second.key)
        for match in wording_index().find([whole]):
            skills = tuple(one for one in match.payloads if one.entry.kind is RequirementKind.SKILL)
            if skills:
                yield Found(place - 1, place, skills)


def _may_be_one(first: Word, second: Word) -> bool:
    parts = (first.key, second.key)
    long = min(map(len, parts)) >= _SHORTEST and sum(map(len, parts)) >= _WHOLE
    return long and first.key.isalpha() and second.text.islower() and STOP_WORDS.isdisjoint(parts)
