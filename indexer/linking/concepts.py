"""What titles are linked to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from taxonomy.catalog import Catalog
from taxonomy.importers.esco import EscoConcept


@dataclass(frozen=True, slots=True)
class Concept:
    """Something a title may mean, with every label it goes by, the preferred one of each language first.

    `group_names`: what its ISCO group is called, where the official files tell it. `others`: its labels in further
    languages, one tuple each.
    """

    uri: str
    label: str
    isco: str
    danish: tuple[str, ...]
    english: tuple[str, ...] = ()
    group_names: tuple[str, ...] = ()
    others: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A concept that a title may mean; `score` from 0 to 1."""

    concept: Concept
    score: float


def own_concepts(catalog: Catalog) -> list[Concept]:
    """The occupations of our own taxonomy; their ids serve as uris."""
    return [
        Concept(found.id, found.label, found.isco, found.titles, found.english_titles)
        for found in catalog.occupations.values()
    ]


def esco_concepts(
    concepts: Iterable[EscoConcept], official_titles: Mapping[str, Sequence[str]] | None = None
) -> list[Concept]:
    """ESCO's concepts; a crosswalk's `official_titles`, by URI, are added to the Danish labels."""
    titles = official_titles or {}
    return [
        Concept(
            one.uri,
            one.label,
            one.isco,
            tuple(dict.fromkeys((*one.danish, *titles.get(one.uri, ())))),
            one.english,
            one.group_names,
            one.others,
        )
        for one in concepts
    ]
