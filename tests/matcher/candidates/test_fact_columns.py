"""Facts in columns: those of one sort are gathered in the order of the people and of each one's facts."""

from __future__ import annotations

from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from matcher.candidates.fact_columns import FactsOfMany, Rows, begins_of, columns_of
from matcher.candidates.facts import FACT, FactKind

people = st.lists(st.lists(st.tuples(st.sampled_from(FactKind), st.integers(0, 5)), max_size=6), max_size=5)


def _facts_of(everybody: list[list[tuple[FactKind, int]]]) -> FactsOfMany:
    counts = np.array([len(one) for one in everybody], np.uint32)
    told = [(what, code, code / 2, float(place)) for one in everybody for place, (what, code) in enumerate(one)]
    columns, by_sort = columns_of(np.array(told, FACT), counts)
    return FactsOfMany(columns, begins_of(counts), by_sort)


def _told(rows: Rows) -> list[tuple[int, int, float, float]]:
    return list(zip(*(column.tolist() for column in (rows.owner, rows.codes, rows.amounts, rows.years)), strict=True))


@given(people, st.randoms())
def test_facts_of_a_sort_are_each_ones_own_in_the_order_they_were_told(
    everybody: list[list[tuple[FactKind, int]]], random: Random
) -> None:
    chosen = random.sample(range(len(everybody)), len(everybody))

    rows = _facts_of(everybody).of_rows(np.array(chosen, np.intp)).by_kind()

    for what in FactKind:
        assert _told(rows(what)) == [
            (owner, code, code / 2, float(place))
            for owner, one in enumerate(chosen)
            for place, (told, code) in enumerate(everybody[one])
            if told == what
        ]


def test_where_codes_stand_among_ascending_ones_is_told_of_those_asked_for() -> None:
    rows = _facts_of([[(FactKind.WISH, 3), (FactKind.WISH, 4)], [(FactKind.WISH, 9)]]).by_kind()(FactKind.WISH)

    for ordered, places in (([3, 9], [0, -1, 1]), ([4], [-1, 0, -1]), ([3, 9], [0, -1, 1])):
        assert rows.places_in(np.array(ordered, np.uint64)).tolist() == places
