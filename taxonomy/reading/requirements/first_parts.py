"""Compounds that no wording covers, by the skill that their first part names: "indkøbsafdeling" is "indkøb"."""

from __future__ import annotations

from dataclasses import replace

from taxonomy.reading.findings import RequirementKind
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

# Where something is done, and what it is about, says no more than what is done.
_HEADS = word_set("first_parts", "heads")
_ENDINGS = ("", "en", "er", "erne", "r", "rne", "et", "e", "t")
_WORDED = tuple(sorted((head + end for head in _HEADS for end in _ENDINGS), key=len, reverse=True))
_SHORTEST = 3  # letters of the first part


def by_first_part(word: Word) -> str | None:
    """The key of the one skill that the first part of "indkøbsafdeling" names; None where none or several are."""
    head = next((head for head in _WORDED if word.key.endswith(head)), "")
    first = word.key.removesuffix(head).removesuffix("s")
    if not head or len(first) < _SHORTEST:
        return None
    found = wording_index().find([replace(word, key=first)])
    keys = {one.entry.key for match in found for one in match.payloads if one.entry.kind is RequirementKind.SKILL}
    return keys.pop() if len(keys) == 1 else None
