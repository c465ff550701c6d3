"""Everything an order demands and seeks, as context for grading one demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from matcher.candidates.fact_columns import Codes
from matcher.candidates.facts import code
from matcher.candidates.profile import Named, Qualification
from matcher.ranking.grades import ANY_EXPERIENCE
from matcher.ranking.nearness import nearest_of, occupations_by_code
from taxonomy.catalog import Catalog
from taxonomy.distance import closeness
from taxonomy.reading import covered_by, includes
from taxonomy.reading.findings import Requirement, RequirementKind

RELATED_JOB = 0.6  # closeness from which a job held is experience with what is asked for
TRAINED_JOB = 0.75  # from which it makes its education likely: night watches are not all assistants
AUTHORISED_JOB = 1.0  # and an authorisation: who may work as a nurse is authorised as nothing else


@dataclass(frozen=True, slots=True)
class OrderDemands:
    """What the order demands by kind and key, and the occupations it seeks."""

    demands: frozenset[tuple[str, str]]
    sought: tuple[str, ...]
    catalog: Catalog

    def title(self, key: str) -> str | None:
        """The occupation whose title the key is."""
        return self.catalog.occupation_by_title.get(key.casefold())

    def wanted(self, key: str) -> tuple[str, ...]:
        """The occupations that are experience with the key: the one it names, or what the order seeks."""
        if key == ANY_EXPERIENCE:
            return self.sought
        named = self.title(key)
        return (named,) if named else ()

    def is_about(self, key: str, job: Named, least: float = RELATED_JOB) -> bool:
        """Whether the job is one that the key names, or, where it names none, one that the order seeks."""
        return any(closeness(self.catalog, job.occupation, one) >= least for one in self.wanted(key))

    def is_beside(self, kind: RequirementKind, found: Qualification) -> bool:
        """Whether it proves nothing that is demanded: only such a thing tells what is missing from the CV's list.

        Otherwise proof of one demand would make silence about another cost more, and proof must never cost.
        """
        return found.kind == kind and not any((found.kind, key) in self.demands for key in includes(kind, found.key))

    def demanded(self, kind: RequirementKind) -> Codes:
        """Codes of everything of the kind that proves something demanded."""
        keys = {held for of_kind, key in self.demands if of_kind == kind for held in covered_by(kind, key)}
        return np.array([code(kind.value, key) for key in sorted(keys)], np.uint64)

    def related(self, key: str, least: float = RELATED_JOB) -> Codes:
        """Codes of the occupations that are experience with the key, from that closeness on."""
        return _related(self.catalog, self.wanted(key), least)


def codes_proving(requirement: Requirement, *, any_kind: bool = False) -> Codes:
    """Codes of everything held that proves the requirement."""
    kinds = tuple(RequirementKind) if any_kind else (requirement.kind,)
    return _covering(kinds, requirement.key)


def codes_denying(requirement: Requirement) -> Codes:
    """Codes of everything without which nobody has what is required: who has no fork-lift certificate has none of B."""
    return _denying(requirement.kind, requirement.key)


@lru_cache(maxsize=10_000)
def _denying(kind: RequirementKind, key: str) -> Codes:
    return np.array([code(kind.value, lacked) for lacked in sorted(includes(kind, key))], np.uint64)


@lru_cache(maxsize=10_000)
def _covering(kinds: tuple[RequirementKind, ...], key: str) -> Codes:
    return np.array([code(kind.value, held) for kind in kinds for held in covered_by(kind, key)], np.uint64)


@lru_cache(maxsize=2_000)
def _related(catalog: Catalog, wanted: tuple[str, ...], least: float) -> Codes:
    near = nearest_of(catalog, tuple((occupation, 1.0) for occupation in wanted))
    return occupations_by_code(catalog)[0][near >= least]
