"""Whom finding loses: of the people that ranking everybody puts first, how many stand first in the list given."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from api.wiring import Components
from indexer.engines.contract import SearchHit
from indexer.records.record import Record
from matcher.evaluation.collection import bundled_orders
from matcher.ranking.score import SCORE_TOLERANCE
from matcher.retrieval.order_preparation import PreparedOrder
from matcher.retrieval.query import FOUND
from matcher.shortlisting.judging import EligibilityMode, judge
from matcher.shortlisting.shortlist import Shortlist
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting
from tests.benchmarks.varied import NOTE

LIMIT, FIRST = 0.99, 20
PAGE = 2_000  # people weighed at once


def measure(setting: Setting) -> Iterator[Figure]:
    """The mean over the bundled orders, and the order that loses most."""
    size = setting.middle
    with setting.components(size) as components:
        kept = _kept(components)
    what = f"of the first {FIRST} of a ranking of everybody, over {size:,} CVs"
    people, points, found, looked = (np.array(column, np.float64) for column in zip(*kept, strict=True))
    listed = f"share of people {what} in the list, mean of {len(kept)} orders"
    yield Figure(listed, float(people.mean()), "", LIMIT, False, note=NOTE)
    yield Figure(f"share of people {what} in the list, worst order", float(people.min()), "")
    yield Figure(f"share of the points {what} in the list, mean", float(points.mean()), "")
    yield Figure(f"share of the points {what} in the list, worst order", float(points.min()), "")
    yield Figure(f"share of people {what} among the {FOUND} found at first, mean", float(found.mean()), "")
    yield Figure(f"share of people {what} among the {FOUND} found at first, worst order", float(found.min()), "")
    yield Figure(f"people looked at in a list over {size:,} CVs, mean", float(looked.mean()), "")


class Kept(NamedTuple):
    """Of those who stand first in a ranking of everybody: how much of it a list of as many places has.

    `found` is the share of people among those found at first, `looked` how many were looked at.
    """

    people: float
    points: float
    found: float
    looked: int


def _kept(components: Components) -> list[Kept]:
    """Per order in which anybody may be proposed; who stands equal to the last of the first is as good."""
    matching, today = components.matching, components.matching.today()
    with components.database.reading() as record:
        orders = [record.job_orders.require(order.id) for order in bundled_orders()]
        prepared = [matching.preparation.prepare_stored(order, today) for order in orders]
        ids, scores = _everybody(components, record, prepared)
        lists = [matching.shortlist(record, order, FIRST) for order in orders]
    engine, _ = matching.engine()
    found = [{hit.id for hit in engine.search(one.at_depth(FOUND)).hits} for one in prepared]
    return [
        _compared(ids, mine, given, theirs)
        for mine, given, theirs in zip(scores, lists, found, strict=True)
        if np.isfinite(mine).any()
    ]


def _everybody(
    components: Components, record: Record, prepared: list[PreparedOrder]
) -> tuple[list[str], NDArray[np.float64]]:
    """All ids, and where each of them stands before each order. Shape (orders, people)."""
    matching, after = components.matching, ""
    ids: list[str] = []
    pages: list[NDArray[np.float64]] = []
    _, generation = matching.engine()
    while page := record.cv_features.sequences(generation, after, PAGE):
        after = max(page)
        hits = [SearchHit(cv_id, 0.0, sequence=sequence) for cv_id, sequence in page.items()]
        pool = matching.memory.recall(record, generation, hits)
        ids += pool.crowd.profiles.ids
        judged = (judge(one.brief, pool, matching.scorer, matching.today()) for one in prepared)
        pages.append(np.stack([one.rank_scores(EligibilityMode.ON) for one in judged]))
    return ids, np.concatenate(pages, axis=1)


def _compared(ids: list[str], scores: NDArray[np.float64], given: Shortlist, found: set[str]) -> Kept:
    first = min(FIRST, int(np.isfinite(scores).sum()))
    best = np.sort(scores)[::-1][:first]
    listed = [place.scored.score for place in given.places]
    people = sum(score > best[-1] - SCORE_TOLERANCE for score in listed) / first
    return Kept(people, sum(listed) / float(best.sum()), _share(ids, scores, found, first), given.considered)


def _share(ids: list[str], scores: NDArray[np.float64], found: set[str], first: int) -> float:
    last = np.partition(scores, -first)[-first]
    above = [ids[row] in found for row in np.flatnonzero(scores > last + SCORE_TOLERANCE).tolist()]
    equal = [ids[row] in found for row in np.flatnonzero(np.abs(scores - last) <= SCORE_TOLERANCE).tolist()]
    return (sum(above) + min(sum(equal), first - len(above))) / first
