"""Many candidates laid side by side as arrays: what one order is held against at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.codec import HEAD, numbers_of, read_passages, section_sizes
from matcher.candidates.facts import FACT, PERSON, STANDING, TRAITS, Facts, What, codes
from matcher.candidates.profile import Candidate, Passages

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Owners = NDArray[np.intp]
Codes = NDArray[np.uint64]
FEW = 16  # comparisons that together cost less than sorting the values


@dataclass(frozen=True, slots=True)
class Rows:
    """All facts of one sort: whose each is, the code of its key, its amount and years."""

    owner: Owners
    codes: Codes
    amounts: NDArray[np.float32]
    years: Floats


class Profiles:
    """What ranking may read of n people, as arrays; passages, which are large, are laid out when first asked for.

    `passage_owner` says whose each passage is; `terms` of passages run through them in order.
    """

    def __init__(
        self,
        ids: tuple[str, ...],
        traits: NDArray[np.void],
        facts: Facts,
        fact_owner: Owners,
        passage_owner: Owners,
        lay_out: Callable[[], Passages],
    ) -> None:
        self.ids, self.traits, self.passage_owner = ids, traits, passage_owner
        self._facts, self._fact_owner, self._lay_out = facts, fact_owner, lay_out
        self._rows: dict[What, Rows] = {}

    @cached_property
    def passages(self) -> Passages:
        """Everybody's passages."""
        return self._lay_out()

    def __len__(self) -> int:
        """How many people."""
        return len(self.ids)

    def with_traits(self, traits: NDArray[np.void]) -> Profiles:
        """The same people with other traits."""
        return Profiles(self.ids, traits, self._facts, self._fact_owner, self.passage_owner, lambda: self.passages)

    def rows(self, what: What) -> Rows:
        """Everybody's facts of one sort."""
        if what not in self._rows:
            chosen = np.flatnonzero(self._facts["what"] == what)
            facts = self._facts[chosen]
            columns = (np.ascontiguousarray(facts[name]) for name in ("code", "amount", "years"))
            self._rows[what] = Rows(self._fact_owner[chosen], *columns)
        return self._rows[what]

    def nobody(self) -> Mask:
        """False for everybody. Shape (n,)."""
        return np.zeros(len(self.ids), np.bool_)

    def owners(self, owner: Owners) -> Mask:
        """The people whose rows these are. Shape (n,)."""
        found = self.nobody()
        found[owner] = True
        return found

    def have(self, what: What, wanted: Codes) -> Mask:
        """Who has a fact of the sort under one of the codes. Shape (n,)."""
        rows = self.rows(what)
        return self.owners(rows.owner[among(rows.codes, wanted)])

    def have_key(self, what: What, *keys: str) -> Mask:
        """Who has a fact of the sort under one of the keys. Shape (n,)."""
        return self.have(what, codes(keys))

    def have_any(self, what: What) -> Mask:
        """Who has any fact of the sort. Shape (n,)."""
        return self.owners(self.rows(what).owner)


@dataclass(frozen=True, slots=True)
class Crowd:
    """n people: `profiles` for ranking and rules, `standings` for rules alone, `packed` what both were read from."""

    profiles: Profiles
    standings: NDArray[np.void]
    packed: Sequence[bytes]

    def __len__(self) -> int:
        """How many people."""
        return len(self.packed)

    def some(self, rows: Sequence[int]) -> Crowd:
        """The people of those rows alone."""
        return crowd([self.profiles.ids[row] for row in rows], [self.packed[row] for row in rows])


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
    return crowd([found.id for found in candidates], [numbers_of(found) for found in candidates])


def crowd(ids: Sequence[str], packed: Sequence[bytes]) -> Crowd:
    """The candidates whose numbers (codec.py) these are, side by side, in the order given."""
    heads = np.array([HEAD.unpack_from(one)[1:] for one in packed], np.int64).reshape(-1, 4)
    sections = _Sections(heads, packed)
    persons, facts = (np.frombuffer(sections.joined(place), dtype) for place, dtype in ((0, PERSON), (1, FACT)))
    traits, standings = (persons[list(dtype.names or ())] for dtype in (TRAITS, STANDING))
    fact_owner, passage_owner = (np.repeat(np.arange(len(packed)), heads[:, column]) for column in (3, 0))
    profiles = Profiles(tuple(ids), traits, facts, fact_owner, passage_owner, sections.passages)
    return Crowd(profiles, standings, packed)


class _Sections:
    """The arrays of many people's numbers, each joined."""

    def __init__(self, heads: NDArray[np.int64], packed: Sequence[bytes]) -> None:
        self._heads, self._packed = heads, packed
        begins = np.full((1, len(packed)), HEAD.size)
        sizes = [np.broadcast_to(size, len(packed)) for size in section_sizes(*heads.T)]
        self._ends = np.cumsum(np.concatenate((begins, sizes)), axis=0)

    def joined(self, place: int) -> bytes:
        """The section at that place in the layout, of one person behind the other."""
        starts, ends = self._ends[place].tolist(), self._ends[place + 1].tolist()
        return b"".join([one[start:end] for one, start, end in zip(self._packed, starts, ends, strict=True)])

    def passages(self) -> Passages:
        """The passages of all."""
        dimensions = int(self._heads[0, 1]) if len(self._heads) else 1
        return read_passages(self.joined(2), self.joined(3), self.joined(4), dimensions)
