"""Languages by their short forms where a language stands beside them: "eng+da", "da/eng", "eng el pol"."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.text.phrases import Found
from taxonomy.reading.text.words import Word

# "Da", "no" and "pol" are other words anywhere else.
_CODES = {"da": "dansk", "dk": "dansk", "no": "norsk", "sv": "svensk", "se": "svensk", "pol": "polsk", "ty": "tysk"}
_STROKES = frozenset({"/", "+", "&"})
_JOINING = frozenset({"og", "el", "eller"})


def with_codes(words: Sequence[Word], names: Sequence[Found[str]]) -> list[Found[str]]:
    """The names of languages in order, with the short forms beside them."""
    places = {place for name in names for place in range(name.first, name.last + 1)}
    found = list(names)
    for name in names:
        for step in (-1, 1):
            at = _next(words, name.first if step < 0 else name.last, step)
            while at is not None and at not in places and words[at].key in _CODES:
                found.append(Found(at, at, (_CODES[words[at].key],)))
                places.add(at)
                at = _next(words, at, step)
    return sorted(found, key=lambda one: one.first)


def _next(words: Sequence[Word], at: int, step: int) -> int | None:
    """The place of what a stroke joins to the word, or "og" and "eller" to the last of its clause."""
    other = at + step
    if not 0 <= other < len(words):
        return None
    if words[max(at, other)].gap.strip() in _STROKES:
        return other
    last = other + 1
    if step < 0 or words[other].key not in _JOINING or last >= len(words):
        return None
    ends = last + 1 >= len(words) or words[last + 1].clause != words[last].clause
    return last if ends and words[last].clause == words[at].clause else None
