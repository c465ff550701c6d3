"""Shared ends of compounds written once: "lager- og truckmedarbejder" is two jobs."""

from __future__ import annotations

from collections.abc import Sequence

from taxonomy.language.compounds import Lexicon, base_lexicon
from taxonomy.language.normalising import fold
from taxonomy.language.tokens import Token

_JOINING = frozenset({"og", "eller", "samt", "and", "or", "&"})
_REACH = 5  # tokens from the cut word to the whole one: "dag-, aften-, nat- og weekendvagter" needs four


def expand_ellipsis(words: Sequence[Token], lexicon: Lexicon | None = None) -> tuple[tuple[int, int, str], ...]:
    """(index of the cut word, index of the whole one, the word meant) for each word that ends in a hyphen."""
    found = []
    for index, word in enumerate(words):
        if not word.text.endswith("-") or (whole := _whole_word(words, index)) is None:
            continue
        parts = (lexicon or base_lexicon()).split(words[whole].text)
        if len(parts) > 1:
            found.append((index, whole, fold(word.text[:-1]) + fold(parts[-1])))
    return tuple(found)


def _whole_word(words: Sequence[Token], index: int) -> int | None:
    for later in range(index + 1, min(index + 1 + _REACH, len(words))):
        if not (words[later].text.endswith("-") or fold(words[later].text) in _JOINING):
            return later
    return None
