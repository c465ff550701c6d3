"""Many candidates laid side by side as arrays: what one order is held against at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from matcher.candidates.codec import HEAD, PASSAGE, numbers_of, section_sizes, whole_terms
from matcher.candidates.facts import FACT, PERSON, STANDING, TRAITS, Facts, What, codes
from matcher.candidates.profile import Candidate

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


@dataclass(frozen=True)
class Profiles:
    """What ranking may read of n people (profile.py), as arrays; the owners say whose each fact and passage is.

    `vectors` are whole steps (quantising.py), to be multiplied by `scales`; `terms` run through the passages in order.
    """

    ids: tuple[str, ...]
    traits: NDArray[np.void]
    facts: Facts
    fact_owner: Owners
    owner: Owners
    kinds: NDArray[np.uint8]
    vectors: NDArray[np.int8]
    scales: NDArray[np.float32]
    years: NDArray[np.float32]
    term_counts: NDArray[np.uint32]
    terms: NDArray[np.uint32]
    term_lengths: NDArray[np.float32]
    _rows: dict[What, Rows] = field(default_factory=dict, compare=False)

    def __len__(self) -> int:
        """How many people."""
        return len(self.ids)

    def rows(self, what: What) -> Rows:
        """Everybody's facts of one sort."""
        if what not in self._rows:
            chosen = np.flatnonzero(self.facts["what"] == what)
            facts = self.facts[chosen]
            columns = (np.ascontiguousarray(facts[name]) for name in ("code", "amount", "years"))
            self._rows[what] = Rows(self.fact_owner[chosen], *columns)
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
    """n people: `profiles` for ranking and rules, `standings` for rules alone."""

    profiles: Profiles
    standings: NDArray[np.void]

    def __len__(self) -> int:
        """How many people."""
        return len(self.profiles)


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
    sections = _sections(heads, packed)
    each = np.arange(len(packed))
    persons, facts, passages = (np.frombuffer(next(sections), dtype) for dtype in (PERSON, FACT, PASSAGE))
    dimensions = int(heads[0, 1]) if len(heads) else 1
    profiles = Profiles(
        ids=tuple(ids),
        traits=persons[list(TRAITS.names or ())],
        facts=facts,
        fact_owner=np.repeat(each, heads[:, 3]),
        owner=np.repeat(each, heads[:, 0]),
        kinds=np.ascontiguousarray(passages["kind"]),
        vectors=np.frombuffer(next(sections), np.int8).reshape(-1, dimensions),
        scales=np.ascontiguousarray(passages["scale"]),
        years=np.ascontiguousarray(passages["years"]),
        term_counts=passages["terms"].sum(axis=1, dtype=np.uint32),
        terms=whole_terms(np.frombuffer(next(sections), np.uint16), passages["terms"]),
        term_lengths=np.ascontiguousarray(passages["length"]),
    )
    return Crowd(profiles, persons[list(STANDING.names or ())])


def _sections(heads: NDArray[np.int64], packed: Sequence[bytes]) -> Iterator[bytes]:
    """Each section of all people joined, in the order of the layout."""
    count, dimensions, terms, facts = heads.T
    sizes = section_sizes(count, dimensions, terms, facts)
    ends = np.full(len(packed), HEAD.size, np.int64)
    for size in sizes:
        starts, ends = ends, ends + size
        yield b"".join([one[start:end] for one, start, end in zip(packed, starts.tolist(), ends.tolist(), strict=True)])
