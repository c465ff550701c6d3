"""Type-ahead over the open jobs: the occupations they seek, by any title, and the jobs' own titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.engines.contract import Suggestion
from indexer.engines.vocabulary import Vocabulary
from taxonomy.catalog import Catalog
from taxonomy.language import fold

MOST = 10
MOST_OCCUPATIONS = 6  # while titles of jobs wait behind them
_TITLES_SOUGHT = 200  # an occupation has up to some forty titles that begin alike


@dataclass(frozen=True, slots=True)
class JobSuggestion:
    """Words to search with and how many open jobs they stand for; `occupation` None for the title of a job."""

    text: str
    occupation: str | None
    count: int


class OccupationTitles:
    """Completes what is typed with the titles of occupations."""

    def __init__(self, catalog: Catalog) -> None:
        self._labels = {key: occupation.label for key, occupation in catalog.occupations.items()}
        self._titles = [
            (title, key)
            for key, one in catalog.occupations.items()
            for title in dict.fromkeys((one.label, *one.titles))
        ]
        self._known = Vocabulary([title for title, _ in self._titles])

    def going_on(self, typed: str, counts: Mapping[str, int]) -> list[JobSuggestion]:
        """One title an occupation that is counted, its label where that goes on as typed."""
        by_title = np.array([counts.get(key, 0) for _, key in self._titles], np.int64)
        titles: dict[str, list[str]] = {}
        for number in self._known.going_on(typed, by_title, _TITLES_SOUGHT):
            title, key = self._titles[number]
            titles.setdefault(key, []).append(title)
        return [
            JobSuggestion(self._labels[key] if self._labels[key] in found else found[0], key, counts[key])
            for key, found in titles.items()
        ]


def together(occupations: Sequence[JobSuggestion], titles: Sequence[Suggestion]) -> list[JobSuggestion]:
    """Occupations, then titles that say something else; each fills the places that the other leaves."""
    said = {fold(one.text) for one in occupations}
    others = [JobSuggestion(one.value, None, one.count) for one in titles if fold(one.value) not in said]
    room = max(MOST - len(others), MOST_OCCUPATIONS)
    return [*occupations[:room], *others][:MOST]
