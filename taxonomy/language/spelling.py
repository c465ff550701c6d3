"""Finds the known word that a misspelt one most likely stands for; no answer is better than a wrong one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from taxonomy.language.normalising import fold

ONE_ERROR_FROM, TWO_ERRORS_FROM = 5, 9  # letters; shorter words have too many true neighbours
_DOUBLED = re.compile(r"(\w)\1+")
# Letters that Danish ears do not tell apart: silent d, h and g, and the endings people mix up.
_SILENT = (("nd", "n"), ("ld", "l"), ("rd", "r"), ("dt", "t"), ("hv", "v"), ("hj", "j"), ("ghed", "hed"), ("ds", "s"))


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The word by its sound: folded, double letters single, silent letters removed."""
    bare = fold(word)
    for written, heard in _SILENT:
        bare = bare.replace(written, heard)
    return _DOUBLED.sub(r"\1", bare)


class SpellingIndex:
    """Known words by first letter and length, so that a look-up compares with a few of them only."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known: dict[str, str] = {}
        by_skeleton: dict[str, set[str]] = defaultdict(set)
        by_start: dict[tuple[str, int], list[str]] = defaultdict(list)
        for word in sorted(set(words)):
            folded = fold(word)
            if folded not in self._known and folded:
                self._known[folded] = word
                by_skeleton[skeleton(folded)].add(folded)
                by_start[folded[0], len(folded)].append(folded)
        self._by_skeleton, self._by_start = dict(by_skeleton), dict(by_start)
        self._cached = lru_cache(maxsize=50_000)(self._search)

    def nearest(self, word: str) -> str | None:
        """The one known word within reach, None when there is none or when two are equally near."""
        return self._cached(fold(word))

    def _search(self, folded: str) -> str | None:
        if folded in self._known:
            return self._known[folded]
        if len(folded) < ONE_ERROR_FROM or not folded.isalpha():
            return None
        alike = self._by_skeleton.get(skeleton(folded), set())
        if len(alike) == 1:
            return self._known[next(iter(alike))]
        return self._within(folded, 2 if len(folded) >= TWO_ERRORS_FROM else 1)

    def _within(self, folded: str, errors: int) -> str | None:
        lengths = range(len(folded) - errors, len(folded) + errors + 1)
        choices = [word for length in lengths for word in self._by_start.get((folded[0], length), ())]
        # A difference at the very end is an inflection or another word more often than a slip: bogholder, bogholderi.
        choices = [word for word in choices if word[-2:] == folded[-2:]]
        found = process.extract(folded, choices, scorer=OSA.distance, score_cutoff=errors, limit=2)
        if not found or (len(found) == 2 and found[0][1] == found[1][1]):
            return None
        return self._known[str(found[0][0])]


_ALIKE = frozenset(
    frozenset(pair) for pair in ["dt", "ei", "vf", "ck", "cs", "kg", "pb", "nm", "zs", "ij", "yi", "hj", "wv", "qk"]
)
_TWO_SLIPS_FROM = 14  # letters


def is_likely_slip(typed: str, meant: str) -> bool:
    """True when one error explains the difference: a letter lost, doubled, swapped, or mistaken for a similar sound."""
    one, other = fold(typed), fold(meant)
    if skeleton(one) == skeleton(other):
        return True
    errors = OSA.distance(one, other)
    if errors != 1 or len(one) != len(other):
        return errors == 1 or (errors == 2 and len(one) >= _TWO_SLIPS_FROM)
    differing = [frozenset(pair) for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return len(differing) == 2 or differing[0] in _ALIKE


def is_one_slip(typed: str, meant: str) -> bool:
    """True when the words sound alike or differ by one letter."""
    return skeleton(typed) == skeleton(meant) or OSA.distance(fold(typed), fold(meant)) <= 1
