"""A reader for one CV: it cuts each of its texts and finds the titles in it once, however many rules ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from taxonomy.reading.job_titles.titles import TitleFound
from taxonomy.reading.reader import TextReader
from taxonomy.reading.text.words import Word


class CvReader(TextReader):
    """The reader of the catalog that remembers the texts of the CV in hand; made anew for every CV."""

    def __init__(self, reader: TextReader) -> None:
        vars(self).update(vars(reader))  # its words and titles, which take long to make ready, are shared
        self._runs: dict[str, list[list[Word]]] = {}
        self._titles: dict[int, tuple[Sequence[Word], list[TitleFound]]] = {}

    def blocks(self, text: str) -> Iterator[list[Word]]:
        """The words of a text in runs of whole sentences, the same objects each time."""
        if text not in self._runs:
            self._runs[text] = list(super().blocks(text))
        return iter(self._runs[text])

    def found_titles(self, words: Sequence[Word]) -> list[TitleFound]:
        """The titles of the words."""
        known = self._titles.get(id(words))
        if known is None or known[0] is not words:  # the words are kept, so that no others come to their place
            known = self._titles[id(words)] = (words, super().found_titles(words))
        return known[1]
