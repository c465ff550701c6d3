"""Computes and caches where everybody found for an order stands, until something about it changes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import date
from functools import partial

from indexer.engines.contract import SearchEngine, SearchHit
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.records.watermarks import Watermark
from matcher.candidates.build import build_stored
from matcher.candidates.profile import Candidate
from matcher.lists.matching import Matching, judged_deep_enough
from matcher.ranking.score import OrderBrief
from matcher.shortlisting.judging import CandidatePool, EligibilityMode, JudgedPool, Pool, judge
from matcher.why.full_ranking import Exact, FullRanking

KEPT = 8  # orders; a few hundred people each, 2 MB an order


@dataclass(frozen=True, slots=True)
class _Key:
    """All that a ranking depends on."""

    revision: int
    sequence: int  # grows also where only what people said of the order's reading has changed
    generation: str
    applied: int
    today: date
    seen: Watermark


class FullRankings:
    """Works rankings out and remembers the latest few; safe from several threads."""

    def __init__(self, matching: Matching, kept: int = KEPT) -> None:
        self.matching, self._kept = matching, kept
        self._lock = threading.Lock()
        self._rankings: OrderedDict[str, tuple[_Key, FullRanking]] = OrderedDict()
        self._candidates: OrderedDict[tuple[str, int, int], Candidate] = OrderedDict()

    def of(self, record: Record, order: Stored[JobOrder]) -> FullRanking:
        """Where everybody found for the order stands now; raises SearchUnavailableError."""
        engine, generation = self.matching.engine()
        seen = record.watermarks.now()
        key = _Key(order.revision, order.sequence, generation, engine.applied(), self.matching.today(), seen)
        with self._lock:
            known = self._rankings.get(order.value.id)
            if known and known[0] == key:
                self._rankings.move_to_end(order.value.id)
                return known[1]
        ranking = self._worked_out(record, order, engine, generation, seen)
        with self._lock:
            self._rankings[order.value.id] = key, ranking
            self._rankings.move_to_end(order.value.id)
            while len(self._rankings) > self._kept:
                self._rankings.popitem(last=False)
        return ranking

    def indexed(self, record: Record, ranking: FullRanking, cv: Stored[Cv]) -> Exact | None:
        """Somebody whom the search did not find, from the index's features; None where those are not of this CV."""
        hit = SearchHit(cv.value.id, 0.0, sequence=cv.sequence)
        recalled = self.matching.recalled(
            record, ranking.order.value, ranking.generation, [hit], record.watermarks.now()
        )
        if recalled.sequences.get(cv.value.id) != cv.sequence:
            return None
        return self._judged(ranking.brief, recalled).scored_in_full([0])[0]

    def alone(self, record: Record, order: Stored[JobOrder], brief: OrderBrief, cv: Stored[Cv]) -> JudgedPool:
        """One person weighed and checked, made from the CV as it stands."""
        known = self.matching.circumstances_of(record, order.value, [cv.value.id], record.watermarks.now())
        return self._judged(brief, CandidatePool([self.candidate(cv)], known))

    def candidate(self, cv: Stored[Cv]) -> Candidate:
        """The CV read and embedded; the latest few are remembered."""
        key = cv.value.id, cv.revision, cv.sequence
        with self._lock:
            known = self._candidates.get(key)
        if known is None:
            [known] = build_stored([cv], self.matching.scorer.catalog, self.matching.embedder)
            with self._lock:
                self._candidates[key] = known
                while len(self._candidates) > self._kept:
                    self._candidates.popitem(last=False)
        return known

    def _judged(self, brief: OrderBrief, pool: Pool) -> JudgedPool:
        return judge(brief, pool, self.matching.scorer, self.matching.today())

    def _worked_out(
        self, record: Record, order: Stored[JobOrder], engine: SearchEngine, generation: str, seen: Watermark
    ) -> FullRanking:
        matching = self.matching
        prepared = matching.preparation.prepare_stored(order, matching.today())
        recall = partial(matching.recalled, record, order.value, generation, seen=seen)
        recalled, judged = judged_deep_enough(engine, prepared, recall, matching.scorer, matching.today())
        rows = {cv_id: row for row, cv_id in enumerate(recalled.crowd.profiles.ids)}
        return FullRanking(
            order, generation, judged, judged.rank_scores(EligibilityMode.SHOW), rows, recalled.sequences
        )
