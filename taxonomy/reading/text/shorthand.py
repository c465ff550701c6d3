"""Words cut short in notes spelt out: "straffeatt.", "lastvognsmek.", "arb.plads", "sprøjtecert"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from taxonomy.language import ABBREVIATIONS, fold
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word

_GOES_ON = word_set("shorthand", "goes_on")
_SHORTEST, _SHORTEST_ENDING = 4, 3  # letters of a cut word, of a last part cut short
_LEFT_OUT = 2  # letters; what lacks one letter is a slip
_OPENING = 2  # letters by which the whole words are kept
_ANY = frozenset({"erfaring", "uddannelse", "kendskab"})  # stand behind any word
_PARTS = {
    short: fold(long)
    for short, long in ABBREVIATIONS.items()
    if short.isalpha() and len(short) >= _SHORTEST_ENDING and long.isalpha() and len(long) > len(short) + 1
}


class Shorthand:
    """What cut words stand for, by the whole `words`; one that `is_word` says is a word is never a cut one."""

    def __init__(self, words: Iterable[str], is_word: Callable[[str], bool]) -> None:
        self._is_word = is_word
        self._words = frozenset(word for word in words if word.isalpha() and len(word) > _SHORTEST)
        self._by_opening: dict[str, list[str]] = defaultdict(list)
        for word in sorted(self._words, key=lambda word: (len(word), word)):
            self._by_opening[word[:_OPENING]].append(word)
        self.whole = lru_cache(maxsize=50_000)(self._whole)
        self._joined = lru_cache(maxsize=10_000)(self._of_two)

    def of_last_part(self, short: str) -> str | None:
        """ "Sprøjtecert" by its last part, which stands for itself with or without a full stop; None for others."""
        for size in range(_SHORTEST_ENDING, len(short) - _OPENING):
            long = _PARTS.get(short[-size:])
            if long is None:
                continue
            if short[:-size] + long in self._words or (long in _ANY and self._is_stem(short[:-size])):
                return short[:-size] + long
        return None

    def _is_stem(self, stem: str) -> bool:
        return len(stem) >= _SHORTEST and any(self._is_word(one) for one in (stem, stem.removesuffix("s")))

    def spelt_out(self, words: Sequence[Word]) -> list[Word]:
        """The words, each one before a full stop that is only the beginning of one known word as that word."""
        return list(self._spelt_out(words))

    def _spelt_out(self, words: Sequence[Word]) -> Iterator[Word]:
        index = 0
        while index < len(words):
            word = words[index]
            after = words[index + 1] if index + 1 < len(words) else None
            if after is not None and _is_cut(word, after) and not self._is_word(word.key):
                both = self._joined(word.key, after.key) if after.gap == "." else None
                if both is not None:
                    yield replace(after, text=f"{word.text}.{after.text}", key=both, start=word.start, gap=word.gap)
                    index += 2
                    continue
                word = replace(word, key=self.whole(word.key) or word.key)
            yield word
            index += 1

    def goes_on(self, short: str, after: str) -> bool:
        """Whether a full stop behind a word only says that it is cut short: the sentence goes on with a small word."""
        if fold(after) not in _GOES_ON:
            return False
        folded = fold(short)
        return self.whole(folded) is not None or self.of_last_part(folded) is not None

    def _whole(self, short: str) -> str | None:
        if len(short) < _SHORTEST or self._is_word(short):
            return None
        longer = [word for word in self._by_opening[short[:_OPENING]] if word.startswith(short)]
        fits = bool(longer) and len(longer[0]) >= len(short) + _LEFT_OUT
        # Words that only go on from the first with endings and further parts leave no doubt.
        return longer[0] if fits and all(word.startswith(longer[0]) for word in longer) else self.of_last_part(short)

    def _of_two(self, first: str, second: str) -> str | None:
        if len(first) < _OPENING or len(second) < _SHORTEST_ENDING or not second.isalpha():
            return None
        fitting = (word for word in self._by_opening[first[:_OPENING]] if word.startswith(first))
        return next((word for word in fitting if word.find(second, len(first)) > 0), None)


def _is_cut(word: Word, after: Word) -> bool:
    """ "Varmt arb. kan tages", "arb.plads": a full stop and no new sentence with a capital."""
    return after.gap.startswith(".") and word.key.isalpha() and not after.text[0].isupper()
