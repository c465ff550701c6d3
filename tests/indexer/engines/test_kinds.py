"""A posting's kind says how often its word stands in a document of which length."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.engines.embedded.kinds import kinds_of, rounded_lengths

CHANCE = np.random.default_rng(5)


@pytest.mark.parametrize("most_times", [9, 65_535])
def test_how_often_and_how_long_can_be_read_from_it(most_times: int) -> None:
    lengths = CHANCE.integers(1, 5_000, 300).astype(np.uint32)
    owners = CHANCE.integers(0, len(lengths), 200_000).astype(np.uint16)
    times = CHANCE.integers(1, most_times, len(owners), endpoint=True).astype(np.uint16)

    numbers, kinds = kinds_of(times, owners, lengths)

    assert np.array_equal(kinds.times[numbers], times)
    assert np.array_equal(kinds.lengths[numbers], rounded_lengths(lengths)[owners])
    assert len(kinds.times) == len({*zip(kinds.times.tolist(), kinds.lengths.tolist(), strict=True)})


def test_no_words_are_of_no_kind() -> None:
    nothing = np.empty(0, np.uint16)

    numbers, kinds = kinds_of(nothing, nothing, np.array([0, 3], np.uint32))

    assert len(numbers) == len(kinds.times) == 0
