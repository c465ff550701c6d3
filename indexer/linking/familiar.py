"""Tells by its character n-grams whether a title is in the languages of the labels or in another one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from math import log

from indexer.linking.job_words import foreign_words

RUNS = (3, 4)  # letters of an n-gram, the edges of a word included
UNSEEN = 0.3  # the count of an n-gram that was never seen
# Mean of the logarithms over a title's runs. Of 1,200 Danish titles 9 lie above it, of 77 Spanish ones 75, of Polish
# 71, of German 61, of Swedish, which is half Danish, 52 (labelled titles, development half, and ESCO's own labels).
STRANGE = 0.1
_LETTERS = re.compile(r"[^\W\d_]+")
# What only Danes and Norwegians write: a new compound or a slip is no foreign word.
_DANISH = re.compile(r"[æø]|arbejde", re.IGNORECASE)


class Familiar:
    """Knows how the words of some texts are spelt, and how the words of job titles in other languages are."""

    def __init__(self, texts: Iterable[str]) -> None:
        own = Counter(run for word in {word for text in texts for word in _words(text)} for run in _runs(word))
        other = Counter(
            run
            for word, open_start, open_end in foreign_words()
            for run in _runs(word)
            if not (open_start and run.startswith("_")) and not (open_end and run.endswith("_"))
        )
        runs = own.keys() | other.keys()
        more = log((own.total() + UNSEEN * len(runs)) / (other.total() + UNSEEN * len(runs)))
        self._unknown = more
        self._speaks = {run: log((other[run] + UNSEEN) / (own[run] + UNSEEN)) + more for run in runs}

    def strange(self, title: str) -> bool:
        """Whether the title is probably in another language than the texts."""
        if _DANISH.search(title):
            return False
        speaks = [self._speaks.get(run, self._unknown) for word in _words(title) for run in _runs(word)]
        return bool(speaks) and sum(speaks) > STRANGE * len(speaks)


def _words(text: str) -> list[str]:
    return _LETTERS.findall(text.lower())


def _runs(word: str) -> Iterator[str]:
    padded = f"_{word}_"
    for length in RUNS:
        yield from (padded[at : at + length] for at in range(len(padded) - length + 1))
