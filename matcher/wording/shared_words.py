"""The words that an order and a CV have in common, rarest first, as the order writes them, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from indexer.documents.neutral_cv import neutral_cv
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.facts import code
from matcher.candidates.telling_words import RARE, WORD
from matcher.orders.profile import text_fields
from matcher.texts.terms import stem_rarity
from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import STOP_WORDS, fold, stem
from taxonomy.reading.findings import Quote, TextField

RareWords = tuple[tuple[int, str, str], ...]


@dataclass(frozen=True, slots=True)
class MatchedWord:
    """One word that stands on both sides, with where it stands first on each."""

    order: Quote
    cv: Quote

    @property
    def said(self) -> str:
        """The word as both sides write it: "Visma", "overenskomster – overenskomst"."""
        same = self.order.text.casefold() == self.cv.text.casefold()
        return self.order.text if same else f"{self.order.text} – {self.cv.text}"


def rare_words(order: JobOrder) -> RareWords:
    """The order's telling words, rarest first: the stem's code, the stem, the first word that has it."""
    return _rare_words(_texts_of(order))


def matched_words(order: JobOrder, cv: Cv) -> tuple[MatchedWord, ...]:
    """The shared words, rarest first, with the words and places of both sides."""
    ours, theirs = _first_places(text_fields(order)), _first_places(cv_fields(cv))
    rare = _rare_words(_texts_of(order))
    return tuple(MatchedWord(ours[found], theirs[found]) for _, found, _ in rare if found in theirs and found in ours)


def cv_fields(cv: Cv) -> Iterator[TextField]:
    """The CV's texts by the names of the public format, with spaces for what they say of the person."""
    cv = neutral_cv(cv)
    yield TextField("headline", cv.headline)
    yield TextField("text", cv.text)
    for name, texts in (("skills", cv.skills), ("education", cv.education), ("desired_jobs", cv.desired_jobs)):
        yield from (TextField(name, text, index) for index, text in enumerate(texts))
    yield from (TextField("experience", job.title, index) for index, job in enumerate(cv.experience))


def _texts_of(order: JobOrder) -> tuple[str, ...]:
    return order.title, order.text, *order.must_have, *order.nice_to_have


@lru_cache(maxsize=64)  # asked for once a person in the list
def _rare_words(texts: tuple[str, ...]) -> RareWords:
    """(the stem's code, the stem, the first word that has it) of the telling words, rarest first."""
    first: dict[str, str] = {}
    for word in WORD.findall("\n".join(texts).lower()):
        if fold(word) not in STOP_WORDS and word not in _empty_words():
            first.setdefault(stem(word), word)
    rare = {found: stem_rarity(found) for found in first}
    telling = (found for found in first if rare[found] >= RARE)
    return tuple(
        (code(found), found, first[found]) for found in sorted(telling, key=lambda found: (-rare[found], found))
    )


@cache
def _empty_words() -> frozenset[str]:
    words = TaxonomyFile(DATA / "language" / "empty_words.toml").content["words"]
    return frozenset(word for line in words.values() for word in str(line).split())


def _first_places(fields: Iterator[TextField] | list[TextField]) -> dict[str, Quote]:
    places: dict[str, Quote] = {}
    for field in fields:
        for match in WORD.finditer(field.text):
            quote = Quote(field.name, field.index, match.start(), match.end(), match[0])
            places.setdefault(stem(match[0].lower()), quote)
    return places
