"""Many candidates laid side by side as arrays: what one order is held against at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.fact_columns import Codes, FactsOfMany, Owners, Rows
from matcher.candidates.facts import STANDING, TRAITS, FactKind, codes
from matcher.candidates.packed import LaidPassages, Packed, packed_candidates
from matcher.candidates.profile import Candidate

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
FEW = 16  # comparisons that together cost less than sorting the values


class Profiles:
    """What ranking may read of n people, as arrays; passages, which are large, are laid out when first asked for.

    `passage_owner` says whose each passage is.
    """

    def __init__(
        self,
        ids: tuple[str, ...],
        traits: NDArray[np.void],
        facts: FactsOfMany,
        passage_owner: Owners,
        lay_out: Callable[[], LaidPassages],
    ) -> None:
        self.ids, self.traits, self.passage_owner = ids, traits, passage_owner
        self._facts, self._lay_out = facts, lay_out
        self._rows: dict[FactKind, Rows] = {}

    @cached_property
    def passages(self) -> LaidPassages:
        """Everybody's passages."""
        return self._lay_out()

    def __len__(self) -> int:
        """How many people."""
        return len(self.ids)

    def with_traits(self, traits: NDArray[np.void]) -> Profiles:
        """The same people with other traits."""
        return Profiles(self.ids, traits, self._facts, self.passage_owner, lambda: self.passages)

    def rows(self, what: FactKind) -> Rows:
        """Everybody's facts of one sort."""
        found = self._rows.get(what)
        if found is None:
            found = self._rows[what] = self._rows_of(what)
        return found

    @cached_property
    def _rows_of(self) -> Callable[[FactKind], Rows]:
        return self._facts.by_kind()

    def nobody(self) -> Mask:
        """False for everybody. Shape (n,)."""
        return np.zeros(len(self.ids), np.bool_)

    def owners(self, owner: Owners) -> Mask:
        """The people whose rows these are. Shape (n,)."""
        found = self.nobody()
        found[owner] = True
        return found

    def have(self, what: FactKind, wanted: Codes) -> Mask:
        """Who has a fact of the sort under one of the codes. Shape (n,)."""
        rows = self.rows(what)
        return self.owners(rows.owner[among(rows.codes, wanted)])

    def have_key(self, what: FactKind, *keys: str) -> Mask:
        """Who has a fact of the sort under one of the keys. Shape (n,)."""
        return self.have(what, codes(keys))

    def have_any(self, what: FactKind) -> Mask:
        """Who has any fact of the sort. Shape (n,)."""
        return self.owners(self.rows(what).owner)


@dataclass(frozen=True, slots=True)
class Crowd:
    """n people: `profiles` for ranking and rules, `standings` for rules alone, `packed` what both were read from."""

    profiles: Profiles
    standings: NDArray[np.void]
    packed: Packed

    def __len__(self) -> int:
        """How many people."""
        return len(self.packed)

    def of_rows(self, rows: NDArray[np.intp]) -> Crowd:
        """The people of those rows alone."""
        return crowd(self.packed.of_rows(rows))


def among(values: Codes, wanted: Codes) -> Mask:
    """Which of the values are among the wanted ones; these are few."""
    if len(wanted) > FEW:
        return np.isin(values, wanted)
    found = np.zeros(len(values), np.bool_)
    for one in wanted:
        found |= values == one
    return found


def crowd_of(candidates: Sequence[Candidate]) -> Crowd:
    """The candidates side by side, in the order given."""
    return crowd(packed_candidates(candidates))


def crowd(people: Packed) -> Crowd:
    """The people side by side, in the order given."""
    traits, standings = (people.fronts["person"][list(dtype.names or ())] for dtype in (TRAITS, STANDING))
    passage_owner = np.repeat(np.arange(len(people)), people.fronts["passages"])
    profiles = Profiles(people.ids, traits, people.facts, passage_owner, people.laid_passages)
    return Crowd(profiles, standings, people)
