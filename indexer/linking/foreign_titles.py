"""Tells by its character n-grams whether a title is in the languages of the labels or in another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

from indexer.linking.job_words import foreign_words

NGRAM_LENGTHS = (3, 4)  # letters of an n-gram, the edges of a word included
UNSEEN = 0.3  # the count of an n-gram that was never seen
# Mean log odds over the n-grams of a title. Of 1,200 Danish titles 9 lie above it, of 77 Spanish ones 75, of Polish
# 71, of German 61, of Swedish, which is half Danish, 52 (labelled titles, development half, and ESCO's own labels).
FOREIGN_FROM = 0.1
_LETTERS = re.compile(r"[^\W\d_]+")
# What only Danes and Norwegians write: a new compound or a slip is no foreign word.
_DANISH = re.compile(r"[æø]|arbejde", re.IGNORECASE)


class ForeignTitles:
    """Knows how the words of some texts are spelt, and how the words of job titles in other languages are."""

    def __init__(self, texts: Iterable[str]) -> None:
        own = Counter(ngram for word in {word for text in texts for word in _words(text)} for ngram in _ngrams(word))
        other = Counter(
            ngram
            for word, open_start, open_end in foreign_words()
            for ngram in _ngrams(word)
            if not (open_start and ngram.startswith("_")) and not (open_end and ngram.endswith("_"))
        )
        ngrams = own.keys() | other.keys()
        base = log((own.total() + UNSEEN * len(ngrams)) / (other.total() + UNSEEN * len(ngrams)))
        self._unseen = base
        self._log_odds = {ngram: log((other[ngram] + UNSEEN) / (own[ngram] + UNSEEN)) + base for ngram in ngrams}

    def is_foreign(self, title: str) -> bool:
        """Whether the title is probably in another language than the texts."""
        if _DANISH.search(title):
            return False
        log_odds = [self._log_odds.get(ngram, self._unseen) for word in _words(title) for ngram in _ngrams(word)]
        return bool(log_odds) and sum(log_odds) > FOREIGN_FROM * len(log_odds)


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())


def _ngrams(word: str) -> Iterator[str]:
    padded = f"_{word}_"
    for length in NGRAM_LENGTHS:
        yield from (padded[at : at + length] for at in range(len(padded) - length + 1))
