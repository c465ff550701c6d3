"""The words of one catalog made ready for reading: titles, spelling, labels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import SpellingIndex, base_lexicon, fold, is_likely_slip, is_one_slip
from taxonomy.language.compounds import plain_forms
from taxonomy.reading.job_titles.title_forms import title_words
from taxonomy.reading.job_titles.titles import TitleFound, TitleMatcher
from taxonomy.reading.moods.cue_finding import cue_words
from taxonomy.reading.past_work.experience_in import Labelled
from taxonomy.reading.requirements.language_names import language_names
from taxonomy.reading.requirements.wordings import wording_index
from taxonomy.reading.text.elisions import with_whole_words
from taxonomy.reading.text.shorthand import Shorthand
from taxonomy.reading.text.words import Word, blocks, cut

_MENDED_FROM, _MENDED_TO = 7, 50  # letters; shorter words are too often other words, longer ones are none
_CATALOGS_KEPT = 4
_STAFF_ENDS = title_words("staff_ends")


class TextReader:
    """Cuts texts into words with mended spelling and finds titles in them."""

    def __init__(self, occupations: Mapping[str, Occupation]) -> None:
        self.occupations = occupations
        self.titles = TitleMatcher(occupations)
        self._cues = cue_words()
        self._known = frozenset(
            (*self.titles.words(), *wording_index().words(), *self._cues, *language_names().words(), *_common_words())
        )
        self._spelling = SpellingIndex(word for word in self._known if len(word) >= _MENDED_FROM and word.isalpha())
        self._shorthand = Shorthand((*self.titles.words(), *wording_index().words()), self._is_written)
        self._key = lru_cache(maxsize=200_000)(self._mended)

    def blocks(self, text: str) -> Iterator[list[Word]]:
        """The words of a text in runs of whole sentences; one empty run for a text without words."""
        return blocks(self.cut(text))

    def paragraphs(self, text: str) -> Iterator[list[Word]]:
        """The words of a text in runs that leave paragraphs whole; one empty run for a text without words."""
        return blocks(self.cut(text), whole_paragraphs=True)

    def cut(self, text: str) -> list[Word]:
        """The words of a text, each known one under its right spelling."""
        words = cut(text, self._key, self._shorthand.goes_on)
        return with_whole_words(self._shorthand.spelt_out(words), self._is_written)

    def labelled(self, titles: Iterable[TitleFound]) -> list[Labelled]:
        """The titles with the preferred label of what each most likely means."""
        return [Labelled(title, self.occupations[title.meant[0].occupation].label) for title in titles]

    def found_titles(self, words: Sequence[Word]) -> list[TitleFound]:
        """The titles of the words."""
        return self.titles.find(words)

    def _mended(self, raw: str) -> str:
        folded = fold(raw)
        if folded not in self._known and (whole := self._shorthand.of_last_part(folded)) is not None:
            return whole
        if not _MENDED_FROM <= len(folded) <= _MENDED_TO or not folded.isascii() or self._is_written(folded):
            return folded
        near = self._spelling.nearest(folded)
        if near is None or not is_likely_slip(folded, near) or _differ_before_staff(folded, fold(near)):
            return folded
        if not self.is_known(folded):
            return fold(near)
        # "Brolæger" could be some kind of doctor; that a paver lost a letter is likelier. A lagermedhjælper is one.
        return fold(near) if fold(near) in self.titles.titles and is_one_slip(folded, near) else folded

    def is_known(self, folded: str) -> bool:
        """Whether a folded word is one of ours, an everyday one, or made of such."""
        if self._is_written(folded):
            return True
        return bool(self.titles.alone(folded)) or len(base_lexicon().split(folded)) > 1

    def may_be_a_name(self, folded: str) -> bool:
        """Whether a word in capitals may name something nobody listed: it stands in no list by itself."""
        listed = folded in self._cues or folded in wording_index().single_words or folded in base_lexicon()
        return not listed and not self.titles.alone(folded)

    def _is_written(self, folded: str) -> bool:
        """Whether the word itself stands in some list."""
        return any(form in self._known for form in plain_forms(folded)) or folded in base_lexicon()


def _differ_before_staff(typed: str, meant: str) -> bool:
    """Two letters in a short first part make another word: a legemedhjælper is no slip of lagermedhjælper."""
    same_end = any(typed.endswith(end) and meant.endswith(end) for end in _STAFF_ENDS)
    return same_end and not is_one_slip(typed, meant)


def _common_words() -> list[str]:
    content = TaxonomyFile(DATA / "reading" / "known_words.toml").content
    return [fold(word) for table in content.values() for word in str(table["words"]).split()]


_readers: dict[int, tuple[Catalog, TextReader]] = {}


def reader_of(catalog: Catalog) -> TextReader:
    """The reader of a catalog, built once for each of the last few catalogs."""
    kept = _readers.get(id(catalog))
    if kept is None or kept[0] is not catalog:
        while len(_readers) >= _CATALOGS_KEPT:
            _readers.pop(next(iter(_readers)))
        kept = (catalog, TextReader(catalog.occupations))
        _readers[id(catalog)] = kept
    return kept[1]
