"""Measures crowding: who leads many lists, and who may often be proposed but is never shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matcher.evaluation.fairness import OrderList

SHOWN = 20  # places that a consultant looks through
OFTEN = 5  # lists: people who may be proposed for fewer had little chance to be shown


@dataclass(frozen=True, slots=True)
class Crowding:
    """How first places gather: `firsts` are people with how many lists they lead, most first.

    `nowhere` are those who may be proposed for OFTEN orders or more and stand among the first SHOWN of none, with for
    how many they may be proposed. `share_of_tenth` is the share of the first five places that the tenth of people with
    most of them hold; `shown` of `eligible` people stand among the first SHOWN of some list.
    """

    lists: int
    firsts: tuple[tuple[str, int], ...]
    nowhere: tuple[tuple[str, int], ...]
    share_of_tenth: float
    shown: int
    eligible: int


def crowding(lists: Sequence[OrderList]) -> Crowding:
    """How the lists' first places are spread over people."""
    may = Counter(person for one in lists for person in one.eligible)
    shown = {person for one in lists for person in one.first[:SHOWN]}
    nowhere = {person: count for person, count in may.items() if person not in shown and count >= OFTEN}
    fives = Counter(person for one in lists for person in one.first[:5])
    most = sum(count for _, count in fives.most_common(max(len(may) // 10, 1)))
    return Crowding(
        lists=len(lists),
        firsts=most_first(Counter(one.first[0] for one in lists if one.first)),
        nowhere=most_first(nowhere),
        share_of_tenth=most / max(fives.total(), 1),
        shown=len(shown),
        eligible=len(may),
    )


def most_first(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The names with their counts, the highest first; ties by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
