"""The titles of the occupations in all the forms that people write them in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taxonomy.concepts import Occupation
from taxonomy.files import DATA, TaxonomyFile
from taxonomy.reading.text.words import cut

TITLE_WORDS = TaxonomyFile(DATA / "reading" / "title_words.toml").content


def title_words(table: str) -> frozenset[str]:
    """The folded words of one table that steers how titles are found."""
    return frozenset(str(TITLE_WORDS[table]["words"]).split())


# How sure each way of finding a title is: judgement, to be replaced by what linking measures.
EXACT, SHARED, WRITTEN_APART, KNOWN_FIRST_PART, UNKNOWN_FIRST_PART = 1.0, 0.8, 0.9, 0.8, 0.65
_NO_TITLE = title_words("no_title")
# An end that names a sex says nothing of the job, so that the other end means the same and as surely.
_GENDERS = (
    ("mand", ("kvinde", "dame")),
    ("dame", ("mand", "kvinde")),
    ("kvinde", ("mand", "dame")),
    ("pige", ("dreng", "mand", "karl")),
    ("man", ("woman",)),
    ("rske", ("r",)),
    ("er", ("erinde", "erske")),
    ("oer", ("oerinde", "oese")),
    ("aer", ("aerinde",)),
    ("ist", ("istinde",)),
)


@dataclass(frozen=True, slots=True)
class MeantOccupation:
    """An occupation that a title may mean and how sure."""

    occupation: str
    score: float


def best_first(meant: Sequence[MeantOccupation]) -> tuple[MeantOccupation, ...]:
    """Each occupation once by its best score, best first."""
    best: dict[str, float] = {}
    for found in meant:
        best[found.occupation] = max(found.score, best.get(found.occupation, 0.0))
    return tuple(
        MeantOccupation(key, score) for key, score in sorted(best.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def scaled(meant: Sequence[MeantOccupation], factor: float) -> tuple[MeantOccupation, ...]:
    """The same occupations with their scores times the factor."""
    return tuple(MeantOccupation(found.occupation, round(found.score * factor, 4)) for found in meant)


def title_forms(occupations: Mapping[str, Occupation]) -> dict[str, tuple[MeantOccupation, ...]]:
    """Every title, also joined and for the other genders, with the occupations it may mean."""
    owners: dict[str, dict[str, bool]] = {}
    for occupation in occupations.values():
        for title in (occupation.label, *occupation.titles, occupation.english, *occupation.english_titles):
            key = " ".join(word.key for word in cut(title))
            preferred = title in {occupation.label, occupation.english}
            owners.setdefault(key, {}).setdefault(occupation.id, preferred)
    titles = {key: _shared(owner) for key, owner in owners.items() if len(key) > 1 and key not in _NO_TITLE}
    return {**_other_genders(titles), **_joined(titles), **titles}


def _shared(owner: Mapping[str, bool]) -> tuple[MeantOccupation, ...]:
    """One owner is sure; of several, the one that it is the preferred label of."""
    preferred = [key for key, is_label in owner.items() if is_label]
    sure = preferred if len(preferred) == 1 else list(owner) if len(owner) == 1 else []
    return tuple(MeantOccupation(key, EXACT if key in sure else SHARED) for key in owner)


def _joined(titles: Mapping[str, tuple[MeantOccupation, ...]]) -> dict[str, tuple[MeantOccupation, ...]]:
    """Titles with a hyphen or a space also as one word: sosuhjælper."""
    return {
        key.replace(" ", ""): meant
        for key, meant in titles.items()
        if key.count(" ") == 1 and key.replace(" ", "").isalpha()
    }


def _other_genders(titles: Mapping[str, tuple[MeantOccupation, ...]]) -> dict[str, tuple[MeantOccupation, ...]]:
    return {
        key.removesuffix(ending) + other: meant
        for key, meant in titles.items()
        for ending, others in _GENDERS
        if key.endswith(ending) and len(key) > len(ending) + 2
        for other in others
    }
