"""The words that labels and titles are made of, and how much of a text they cover."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from indexer.linking.concepts import Concept
from taxonomy.catalog import Catalog
from taxonomy.language import analyse, fold, stem
from taxonomy.language.compounds import Lexicon, base_lexicon

_WORD = re.compile(r"[^\W_]+")
LEAST_PART = 4  # letters of a compound's part
# Letters of a strange word's known ending that make it Danish; shorter ones end German and Swedish words too.
LEAST_ENDING = 7


class LabelWords:
    """The words of the concepts' and our occupations' labels, and the Danish compounds that are made of them."""

    def __init__(self, concepts: Sequence[Concept], catalog: Catalog) -> None:
        self._danish = frozenset(_words(_danish(concepts, catalog)))
        self._english = frozenset(_words(_english(concepts, catalog)))
        # How many letters of a folded word the labels explain.
        self.letters_of = lru_cache(maxsize=20_000)(self._letters_of)

    @cached_property
    def compounds(self) -> Lexicon:
        """Takes Danish compounds apart into words of the labels."""
        return Lexicon(word for word in self._danish if len(word) >= LEAST_PART and not word.isdigit())

    def danish_stems(self, text: str) -> tuple[str, ...]:
        """The stems of a Danish text, and of the words of labels that its compounds are made of; each once.

        A word of English labels is no Danish compound.
        """
        compounds = (word for word in _words([text]) if word not in self._english)
        parts = (part for word in compounds for part in self.compounds.split(word))
        return tuple(dict.fromkeys((*analyse(text), *map(stem, parts))))

    def _letters_of(self, word: str) -> int:
        if word in self._danish or word in self._english:
            return len(word)
        if any(one.base_of(word) or len(one.split(word)) > 1 for one in self._lexicons()):
            return len(word)
        return next((end for end in range(len(word) - 2, LEAST_ENDING - 1, -1) if self._is_word(word[-end:])), 0)

    def _is_word(self, ending: str) -> bool:
        """Whether a word of so many letters ends like this; German "-statter" is no inflected stat."""
        return any(len(one.base_of(ending) or "") >= LEAST_ENDING for one in self._lexicons())

    def _lexicons(self) -> tuple[Lexicon, Lexicon]:
        return self.compounds, base_lexicon()


def _words(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from _WORD.findall(fold(text))


def _danish(concepts: Sequence[Concept], catalog: Catalog) -> Iterator[str]:
    for concept in concepts:
        yield from concept.danish
    for own in catalog.occupations.values():
        yield from own.titles


def _english(concepts: Sequence[Concept], catalog: Catalog) -> Iterator[str]:
    for concept in concepts:
        yield from concept.english
    for own in catalog.occupations.values():
        yield from (own.english, *own.english_titles)
