"""Job titles in running text: written out, inflected, written apart, cut short, joined to others or misspelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from taxonomy.concepts import EducationLevel, Occupation
from taxonomy.language import base_lexicon, fold
from taxonomy.language.compounds import plain_forms
from taxonomy.reading.job_titles.title_forms import (
    KNOWN_FIRST_PART,
    TITLE_WORDS,
    UNKNOWN_FIRST_PART,
    WRITTEN_APART,
    MeantOccupation,
    best_first,
    scaled,
    title_forms,
    title_words,
)
from taxonomy.reading.job_titles.workplaces import workplace_index
from taxonomy.reading.text.phrases import PhraseIndex
from taxonomy.reading.text.words import Word

_SHORTEST_HEAD, _LONGEST_WORD = 4, 50  # letters
# Ends that say too little alone: a nattevagt need not be a security guard.
_GENERAL_ENDS = title_words("general_ends")
_NO_FIRST_PART = title_words("no_first_part")
DEGREES = (EducationLevel.MEDIUM, EducationLevel.LONG)
# Ends behind the title of another: who learns it or steps in does that job, who helps works in its trade.
_LEARNER_ENDS, _HELPER_ENDS = title_words("learner_ends"), title_words("helper_ends")
# Ends behind a place or an activity, which then tells the job: lagermedhjælper. A skoleelev has none.
_STAFF_ENDS, _NO_WORKPLACE = title_words("staff_ends"), title_words("no_workplace")
_SHORT_TITLES, _HELPERS_OF_DEGREES = TITLE_WORDS["short_titles"], TITLE_WORDS["helpers_of_degrees"]
_PRONOUNS = title_words("pronouns")
_TOWARDS = title_words("towards")
_IRREGULAR = (("maendene", "mand"), ("maend", "mand"), ("folkene", "mand"), ("folk", "mand"), ("mestre", "mester"))


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A title in the text: its words, the occupations meant, best first."""

    first: int
    last: int
    meant: tuple[MeantOccupation, ...]


class TitleMatcher:
    """All titles of the occupations, in one trie."""

    def __init__(self, occupations: Mapping[str, Occupation]) -> None:
        self.titles = title_forms(occupations)
        self._index: PhraseIndex[MeantOccupation] = PhraseIndex(
            (title, meaning) for title, meant in self.titles.items() for meaning in meant
        )
        self._singles = self._index.single_words
        self._occupations = frozenset(occupations)
        self._by_degree = {one.id: one.isco for one in occupations.values() if one.level in DEGREES}
        self.alone = lru_cache(maxsize=100_000)(self._alone)

    def words(self) -> Iterator[str]:
        """Every word that stands in some title."""
        return self._index.words()

    def find(self, words: Sequence[Word]) -> list[TitleFound]:
        """The titles of the text from left to right, the longest at each place."""
        exact = {match.first: match for match in self._index.find(words)}
        found: list[TitleFound] = []
        index = 0
        while index < len(words):
            match = self._at(words, index, exact[index].last if index in exact else None)
            if match is None and index in exact:
                match = TitleFound(index, exact[index].last, best_first(exact[index].payloads))
            if match is not None and not _is_verb_or_first_part(words, match):
                found.append(match)
            index = match.last + 1 if match else index + 1
        return found

    def _at(self, words: Sequence[Word], index: int, exact_last: int | None) -> TitleFound | None:
        """What is found here by joining or cutting words; None where a written-out title is better or nothing is."""
        if (apart := self._written_apart(words, index)) and (exact_last is None or apart.last > exact_last):
            return apart
        if exact_last is not None:
            return None
        if (cut_short := self._cut_short(words, index)) is not None:
            return cut_short
        meant = self.alone(words[index].key)
        return TitleFound(index, index, meant) if meant else None

    def _written_apart(self, words: Sequence[Word], index: int) -> TitleFound | None:
        if index + 1 >= len(words) or words[index + 1].gap not in {" ", "-"}:
            return None
        first, second = words[index].key, words[index + 1].key
        if len(first) < 3 or len(second) < 3:
            return None
        if meant := self._look_up(first + second):
            return TitleFound(index, index + 1, scaled(meant, WRITTEN_APART))
        meant = self._beside_another(first + second) if words[index + 1].gap == "-" else ()
        return TitleFound(index, index + 1, meant) if meant else None

    def _cut_short(self, words: Sequence[Word], index: int) -> TitleFound | None:
        if index + 2 >= len(words) or not words[index + 1].gap.startswith("-"):
            return None
        for later in range(index + 1, min(index + 5, len(words))):
            if words[later].gap.startswith("-") and later > index + 1:
                continue
            parts = base_lexicon().split(words[later].key)
            if len(parts) > 1 and (meant := self._look_up(words[index].key + fold(parts[-1]))):
                # The quote is the first half alone where the second half names a job of its own.
                last = index if self._look_up(words[later].key) else later
                return TitleFound(index, last, meant)
        return None

    def _alone(self, key: str) -> tuple[MeantOccupation, ...]:
        if key in _SHORT_TITLES:
            return self._look_up(str(_SHORT_TITLES[key]))
        if not _SHORTEST_HEAD <= len(key) <= _LONGEST_WORD or not key.isalpha():
            return ()
        if whole := self._look_up(self._written_full(key)):
            return whole
        for start in range(3 if len(key) > 6 else len(key), len(key) - _SHORTEST_HEAD + 1):
            first, head = key[:start], key[start:]
            if head in _GENERAL_ENDS or first in _NO_FIRST_PART:
                continue
            if (meant := self._look_up(head, general=False)) and any(letter in "aeiouy" for letter in first):
                known = any(form in base_lexicon() for form in (first, first.rstrip("s"), first.rstrip("e")))
                return scaled(meant, KNOWN_FIRST_PART if known else UNKNOWN_FIRST_PART)
        return self._beside_another(key) or self._at_workplace(key)

    def _beside_another(self, key: str) -> tuple[MeantOccupation, ...]:
        """ "fiskehandlermedhjaelper" by fiskehandler; who assists somebody with a degree has a job of its own."""
        for end in (*_LEARNER_ENDS, *_HELPER_ENDS):
            if not key.endswith(end):
                continue
            first = key.removesuffix(end)
            found = self._look_up(first, general=False) or self._look_up(first.removesuffix("s"), general=False)
            if end in _HELPER_ENDS:
                found = best_first([helper for one in found if (helper := self._helper_of(one))])
            if found:
                return scaled(found, KNOWN_FIRST_PART)
        return ()

    def _helper_of(self, meant: MeantOccupation) -> MeantOccupation | None:
        """The one itself without a degree; else who helps such people, by the beginning of their ISCO code."""
        isco = self._by_degree.get(meant.occupation)
        if isco is None:
            return meant
        helper = next((found for length in (4, 3, 2) if (found := _HELPERS_OF_DEGREES.get(isco[:length]))), None)
        return MeantOccupation(str(helper), meant.score) if helper in self._occupations else None

    def _at_workplace(self, key: str) -> tuple[MeantOccupation, ...]:
        """ "lagermedhjaelper" by what most people at a lager do; the longest end first."""
        for end in sorted((end for end in _STAFF_ENDS if key.endswith(end)), key=len, reverse=True):
            place = key.removesuffix(end)
            for first in (place, place.removesuffix("s")):
                if first not in _NO_WORKPLACE and (known := workplace_index().single_words.get(first)):
                    return tuple(MeantOccupation(one, KNOWN_FIRST_PART) for one in known if one in self._occupations)
        return ()

    def _written_full(self, key: str) -> str:
        """ "koekkenmedhj" as koekkenmedhjaelper."""
        for short, full in TITLE_WORDS["short_ends"].items():
            if key.endswith(short) and len(key) > len(short) + 2:
                return key.removesuffix(short) + str(full)
        return key

    def _look_up(self, key: str, *, general: bool = True) -> tuple[MeantOccupation, ...]:
        for plural, singular in _IRREGULAR:
            if key.endswith(plural):
                key = key.removesuffix(plural) + singular
        for form in plain_forms(key):
            if form in self._singles and (general or (form not in _GENERAL_ENDS and len(form) >= _SHORTEST_HEAD)):
                return best_first(self._singles[form])
        return ()


def _is_of_places(key: str, match: TitleFound) -> bool:
    """Whether a title on -er could be the plural of a place where most do other work: apoteker, pl. of apotek."""
    working_there = workplace_index().single_words.get(key.removesuffix("er"), ())
    return bool(working_there) and not {one.occupation for one in match.meant} & set(working_there)


def _is_verb_or_first_part(words: Sequence[Word], match: TitleFound) -> bool:
    """ "Vi pakker" is work, not a packer; "SOSU-skolen" is a school."""
    after = words[match.last + 1] if match.last + 1 < len(words) else None
    if after is not None and after.gap == "-" and not after.key.isdecimal():
        return not after.key.endswith(tuple(_GENERAL_ENDS)) or len(words[match.first].key) <= 4
    if match.first != match.last or not words[match.first].key.endswith("er"):
        return False
    before = words[match.first - 1] if match.first else None
    if before is not None and before.key in _TOWARDS and _is_of_places(words[match.first].key, match):
        return True  # "kørsel med medicin til apoteker"
    return before is not None and before.key in _PRONOUNS and words[match.first].text[0].islower()
