"""Danish compounds taken apart: lagermedarbejder is lager and medarbejder."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.normalising import fold

SHORTEST_PART, LONGEST_WORD = 3, 60  # letters; a longer "word" is no word and is left whole
_SHORT_PARTS = frozenset({"el", "it", "hr", "tv"})  # two letters, but real modifiers
# Linking letters between the parts, the commonest first: kontor|medhjælper, butik|s|medarbejder, natte|vagt is a part.
_LINKS = ("", "s", "e", "er", "n")
# Endings that a head can carry: definite, plural, genitive and their sums.
_ENDINGS = (
    "",
    "e",
    "s",
    "en",
    "et",
    "er",
    "n",
    "r",
    "t",
    "es",
    "ens",
    "ets",
    "ers",
    "ne",
    "nes",
    "erne",
    "ernes",
    "ene",
    "enes",
    "rne",
)


class Lexicon:
    """The words that compounds are made of, and the words that stay whole."""

    def __init__(self, parts: Iterable[str], heads: Iterable[str] = (), whole: Iterable[str] = ()) -> None:
        self._whole = frozenset(fold(word) for word in whole)
        self._written = {fold(word): word for word in (*parts, *heads)}
        self._heads = frozenset(self._written)
        self._firsts = frozenset(word for word in self._written if len(word) >= SHORTEST_PART or word in _SHORT_PARTS)
        self.split = lru_cache(maxsize=200_000)(self._split)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and fold(word) in self._written

    def base_of(self, word: str) -> str | None:
        """The lexicon's own form of a word with an ending: "assistenter" gives "assistent"; None if unknown."""
        folded = fold(word)
        return next((self._written[base] for base in plain_forms(folded) if base in self._heads), None)

    def _split(self, word: str) -> tuple[str, ...]:
        folded = fold(word)
        if len(folded) > LONGEST_WORD:
            return (word,)
        pieces = [piece for piece in folded.split("-") if piece]
        if len(pieces) > 1:
            return tuple(part for piece in word.split("-") if piece for part in self._split(piece))
        parts = self._parts(folded)
        return tuple(parts) if parts and len(parts) > 1 else (word,)

    def _parts(self, folded: str) -> list[str] | None:
        # best[i]: the parts of folded[:i], fewest first; the last step may carry an ending.
        if any(base in self._whole for base in plain_forms(folded)):
            return None
        best: dict[int, list[str]] = {0: []}
        for start in range(len(folded)):
            if start in best:
                self._extend(folded, start, best)
        return self._finish(folded, best)

    def _extend(self, folded: str, start: int, best: dict[int, list[str]]) -> None:
        for end in range(start + 2, len(folded) - 1):
            if (part := folded[start:end]) not in self._firsts:
                continue
            for link in _LINKS:
                if folded.startswith(link, end) and _better(best, end + len(link), best[start]):
                    best[end + len(link)] = [*best[start], self._written[part]]

    def _finish(self, folded: str, best: dict[int, list[str]]) -> list[str] | None:
        found = [
            [*parts, head]
            for start, parts in best.items()
            if 0 < start <= len(folded) - SHORTEST_PART and (head := self.base_of(folded[start:]))
        ]
        return min(found, key=lambda parts: (len(parts), -len(parts[-1])), default=None)


def _better(best: dict[int, list[str]], end: int, before: list[str]) -> bool:
    return end not in best or len(before) + 1 < len(best[end])


@lru_cache(maxsize=100_000)
def plain_forms(folded: str) -> tuple[str, ...]:
    """A folded word and what is left of it without each ending it may carry, the word itself first."""
    bases = [folded]
    for ending in _ENDINGS[1:]:
        if folded.endswith(ending) and len(folded) - len(ending) >= SHORTEST_PART:
            bare = folded[: -len(ending)]
            bases.append(bare)
            if bare[-1] == bare[-2] and ending[0] == "e":
                bases.append(bare[:-1])  # kokke → kok
    return tuple(bases)


@cache
def base_lexicon() -> Lexicon:
    """The lexicon of Danish work words that comes with the software."""
    content = TaxonomyFile(DATA / "language" / "compound_words.toml").content
    parts, heads, whole = (str(content[table]["words"]).split() for table in ("parts", "heads", "whole"))
    # What the file writes as one word is one: bogholder is not book and hold.
    return Lexicon(parts, heads, [*whole, *parts, *heads])
