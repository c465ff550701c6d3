"""Whom finding loses: of the people that ranking everybody puts first, how many are among those found."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from api.wiring import House
from indexer.engines.contract import SearchHit
from indexer.records.record import Record
from matcher.evaluation.collection import bundled_orders
from matcher.ranking.score import SLACK
from matcher.retrieval.query import FOUND
from matcher.retrieval.sought import Sought
from matcher.shortlist import EligibilityMode, judge
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting
from tests.benchmarks.varied import NOTE

LIMIT, FIRST = 0.99, 20
PAGE = 2_000  # people weighed at once


def measure(setting: Setting) -> Iterator[Figure]:
    """The mean over the bundled orders, and the order that loses most."""
    size = setting.middle
    with setting.house(size) as house:
        shares = _recall(house)
    what = f"recall at {FOUND} of the first {FIRST} of a ranking of everybody, over {size:,} CVs"
    yield Figure(f"{what}, mean of {len(shares)} orders", float(np.mean(shares)), "", LIMIT, False, note=NOTE)
    yield Figure(f"{what}, worst order", min(shares), "")


def _recall(house: House) -> list[float]:
    """Per order the share found of those who stand first, or equal to the last of them."""
    matching, today = house.matching, house.matching.today()
    with house.database.reading() as record:
        orders = [record.job_orders.demand(order.id) for order in bundled_orders()]
        sought = [matching.seeking.stored(order, today) for order in orders]
        ids, heights = _everybody(house, record, sought)
    engine, _ = matching.engine()
    found = [{hit.id for hit in engine.search(one.at_depth(FOUND)).hits} for one in sought]
    shares = [_share(ids, mine, theirs) for mine, theirs in zip(heights, found, strict=True)]
    return [share for share in shares if share is not None]


def _everybody(house: House, record: Record, sought: list[Sought]) -> tuple[list[str], NDArray[np.float64]]:
    """All ids, and where each of them stands before each order. Shape (orders, people)."""
    matching, after = house.matching, ""
    ids: list[str] = []
    pages: list[NDArray[np.float64]] = []
    _, generation = matching.engine()
    while page := record.cv_features.sequences(generation, after, PAGE):
        after = max(page)
        hits = [SearchHit(cv_id, 0.0, sequence=sequence) for cv_id, sequence in page.items()]
        pool = matching.memory.recall(record, generation, hits)
        ids += pool.crowd.profiles.ids
        judged = (judge(one.brief, pool, matching.scorer, matching.today()) for one in sought)
        pages.append(np.stack([one.heights(EligibilityMode.ON) for one in judged]))
    return ids, np.concatenate(pages, axis=1)


def _share(ids: list[str], heights: NDArray[np.float64], found: set[str]) -> float | None:
    """None where nobody may be proposed."""
    first = min(FIRST, int(np.isfinite(heights).sum()))
    if not first:
        return None
    last = np.partition(heights, -first)[-first]
    above = [ids[row] in found for row in np.flatnonzero(heights > last + SLACK).tolist()]
    equal = [ids[row] in found for row in np.flatnonzero(np.abs(heights - last) <= SLACK).tolist()]
    return (sum(above) + min(sum(equal), first - len(above))) / first
