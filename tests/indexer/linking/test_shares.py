"""The same nearness tells more where nothing else is as near."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.linking.evidence import EVIDENCE, GATHERED, SHARED
from indexer.linking.labels import Floats
from indexer.linking.shares import shares_of, with_shares

NEAR = EVIDENCE.index("taught_danish")
SHARE = EVIDENCE.index("taught_danish_share")


def evidence(near: list[float]) -> Floats:
    found = np.zeros((len(GATHERED), len(near)), np.float32)
    found[NEAR] = near
    return found


def test_evidence_stands_as_it_is_above_its_shares() -> None:
    gathered = evidence([0.6, 0.5])

    found = with_shares(gathered, len(SHARED))

    assert (found[: len(GATHERED)] == gathered).all()
    assert len(found) == len(EVIDENCE) == len(GATHERED) + len(shares_of(SHARED))


def test_a_concept_that_is_alone_in_being_near_has_more_than_one_among_many() -> None:
    alone, among = (with_shares(evidence(one), len(SHARED)) for one in ([0.6, 0.1, 0.1], [0.6, 0.6, 0.6]))

    assert alone[SHARE, 0] > 0.9
    assert among[SHARE, 0] == pytest.approx(1 / 3)


def test_shares_of_one_kind_of_evidence_add_up_to_one() -> None:
    found = with_shares(evidence([0.9, 0.85, 0.2, 0.0]), len(SHARED))

    assert found[len(GATHERED) :].sum(axis=1) == pytest.approx(np.ones(len(shares_of(SHARED))))


def test_nothing_is_shared_where_there_is_no_concept() -> None:
    assert with_shares(np.zeros((5, 0), np.float32), 3).shape == (5 + 2, 0)
