"""Every spelling that one typing error turns into a word, or a word into."""

from __future__ import annotations

from collections.abc import Iterator

LETTERS = "abcdefghijklmnopqrstuvwxyz"  # of folded words: å stands as aa


def within_a_slip(word: str) -> Iterator[str]:
    """The word with one letter deleted, inserted, replaced or swapped with the next; the first letter is kept."""
    for place in range(1, len(word)):
        before, letter, after = word[:place], word[place], word[place + 1 :]
        yield before + after
        if after:
            yield before + after[0] + letter + after[1:]
        for other in LETTERS:
            yield before + other + after
            yield before + other + letter + after
