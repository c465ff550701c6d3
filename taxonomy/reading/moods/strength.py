"""Whether what is meant so, in a field of an order, is a duty or a wish."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.reading.moods.meanings import MENTIONED, NICE_TO_HAVE
from taxonomy.reading.text.words import Word
from taxonomy.reading.thing import Thing

_NO_DUTY = frozenset({"soft", "waived", MENTIONED})


def is_hard(field: str, meaning: str) -> bool:
    """Whether a thing with this meaning, in this field, is demanded: what is asked for is, unless a word softens it."""
    return field != NICE_TO_HAVE and meaning not in _NO_DUTY


def is_a_wish_still(words: Sequence[Word], thing: Thing) -> bool:
    """ "ADR, ej krav" among the wishes; "ADR er ikke et krav" is none."""
    after = thing.last + 1
    return thing.first == 0 and after < len(words) and words[after].clause != words[thing.last].clause
