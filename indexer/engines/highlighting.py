"""Where the words of a query stand in a text, by the analysis that both engines search with."""

from __future__ import annotations

from collections.abc import Collection

from taxonomy.language import expand_ellipsis, tokens
from taxonomy.language.analysis import LONGEST, word_tokens

Span = tuple[int, int]


def highlights(text: str, sought: Collection[str]) -> tuple[Span, ...]:
    """Start and end, counted in characters, of every word of the text that one of the analysed tokens would find.

    A text has highlights just when a query of these tokens finds a document with that text: inflected forms, compounds
    that hold a word sought, and "lager- og truckfører" for "lagerfører".
    """
    words = tokens(text)
    found = {at for at, word in enumerate(words) if not set(sought).isdisjoint(word_tokens(word.text[:LONGEST]))}
    if "-" in text:
        for cut, whole, meant in expand_ellipsis(words):
            if not set(sought).isdisjoint(word_tokens(meant)):
                found |= {cut, whole}
    return tuple((words[at].start, words[at].end) for at in sorted(found))
