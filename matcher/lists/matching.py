"""Candidates for an order in the record: find, check, rank, explain, and keep the list that was given out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from indexer.embedding.contract import Embedder
from indexer.engines.contract import SearchEngine, SearchHit
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.record import Record
from indexer.records.stored import Stored
from indexer.records.watermarks import Watermark
from matcher.candidates.circumstances import Circumstances
from matcher.candidates.memory import CandidateMemory, RecalledPool
from matcher.candidates.revisions import RevisionMemory
from matcher.cases.case_memory import CaseMemory
from matcher.cases.known import circumstances
from matcher.ranking.score import Scorer
from matcher.retrieval.order_preparation import OrderPreparation, PreparedOrder
from matcher.retrieval.query import DEPTHS, FOUND
from matcher.shortlisting.judging import EligibilityMode, JudgedPool, Pool, judge
from matcher.shortlisting.shortlist import ListPlace, Shortlist, choose, enough_found
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader
from matcher.wording.tables import wording

PLACES = 50  # in a list, where nobody says otherwise


@dataclass(frozen=True, slots=True)
class ExplainedPlace:
    """A place with its reasons and the revision of the CV it was made from."""

    place: ListPlace
    cv_revision: int
    reasons: tuple[str, ...]

    @property
    def blocked_by(self) -> tuple[str, ...]:
        """Why the person may not be proposed; empty for the eligible."""
        return tuple(verdict.reason for verdict in self.place.eligibility.blocking)


@dataclass(frozen=True, slots=True)
class MatchedList:
    """A list as given out; `number` is its number in the record."""

    number: int
    order_revision: int
    shortlist: Shortlist
    places: tuple[ExplainedPlace, ...]


@dataclass(frozen=True)
class Matching:
    """Matches orders of the record against its CVs."""

    database: Database
    engine: Callable[[], tuple[SearchEngine, str]]  # the CVs' engine and the generation it belongs to
    embedder: Embedder
    scorer: Scorer
    memory: CandidateMemory
    preparation: OrderPreparation
    versions: dict[str, str]
    today: Callable[[], date]
    indexed_by: Callable[[], str]  # the version of the taxonomy that the CVs of the index were read with
    cases: CaseMemory = field(default_factory=CaseMemory)
    revisions: RevisionMemory = field(default_factory=RevisionMemory)

    def candidates(
        self, order_id: str, *, actor: str, top: int = PLACES, mode: EligibilityMode = EligibilityMode.ON
    ) -> MatchedList:
        """The explained list for the order, kept in the record; raises RecordNotFoundError, SearchUnavailableError."""
        order, found, places, seen = self._explained_best(order_id, top, mode)
        options = {"top": top, "eligibility": mode.value, "fell_for": dict(found.fell_for), **seen}
        given = self._ranked_list(order, places, options)
        with self.database.transaction(actor, "vis kandidater") as record:
            number = record.ranked_lists.add(given)
        return MatchedList(number, order.revision, found, places)

    def eligible_found(self, order: JobOrder) -> int:
        """How many of those found for the order may be proposed, without keeping a list."""
        prepared, (engine, generation) = self.preparation.prepare(order, self.today()), self.engine()
        hits = engine.search(prepared.at_depth(FOUND)).hits
        with self.database.reading() as record:
            pool = self.recalled(record, order, generation, hits, record.watermarks.now())
        return self._choose(prepared, [pool], EligibilityMode.ON, top=0).eligible

    def recalled(
        self,
        record: Record,
        order: JobOrder,
        generation: str,
        hits: Iterable[SearchHit],
        seen: Watermark,
        day: date | None = None,
    ) -> RecalledPool:
        """Those found, with what had been seen of their cases and of proposals for the order."""
        found = self.memory.recall(record, generation, hits)
        return replace(found, circumstances=self.circumstances_of(record, order, found.crowd.profiles.ids, seen, day))

    def circumstances_of(
        self, record: Record, order: JobOrder, cv_ids: Sequence[str], seen: Watermark, day: date | None = None
    ) -> Circumstances:
        """What had been seen of these people's cases and of proposals for the order; of today where no day is given."""
        looked_up = self.cases.recall(record, cv_ids, seen)
        return circumstances(order, looked_up, record.proposals.of_order(order.id, seen.proposals), day or self.today())

    def _explained_best(
        self, order_id: str, top: int, mode: EligibilityMode
    ) -> tuple[Stored[JobOrder], Shortlist, tuple[ExplainedPlace, ...], dict[str, object]]:
        engine, generation = self.engine()
        with self.database.reading() as record:
            order = record.job_orders.require(order_id)
            prepared = self.preparation.prepare_stored(order, self.today())
            pools: list[RecalledPool] = []
            seen = record.watermarks.now()
            recall = partial(self.recalled, record, order.value, generation, seen=seen)
            found = self._choose(prepared, self._deeper_pools(recall, engine, prepared, top, pools), mode, top)
            revisions = self.revisions.recall(record, _sequences(found.places, pools), seen)
            made_with = {"seen": seen.numbers, "corrections": prepared.corrections}
            return order, found, self._explained(found, order.value, revisions), made_with

    def shortlist(self, record: Record, order: Stored[JobOrder], top: int) -> Shortlist:
        """The best who may be proposed for the order of the record, neither explained nor kept."""
        (engine, generation), prepared = self.engine(), self.preparation.prepare_stored(order, self.today())
        recall = partial(self.recalled, record, order.value, generation, seen=record.watermarks.now())
        return self._choose(prepared, self._deeper_pools(recall, engine, prepared, top, []), EligibilityMode.ON, top)

    def _deeper_pools(
        self,
        recall: Callable[[Iterable[SearchHit]], RecalledPool],
        engine: SearchEngine,
        prepared: PreparedOrder,
        top: int,
        recalled: list[RecalledPool],
    ) -> Iterator[RecalledPool]:
        """Those found by looking deeper and deeper; `recalled` takes each too."""
        for hits in engine.search_deeper(prepared.query, sorted({max(depth, top) for depth in DEPTHS})):
            recalled.append(recall(hits))
            yield recalled[-1]

    def _choose(self, prepared: PreparedOrder, pools: Iterable[Pool], mode: EligibilityMode, top: int) -> Shortlist:
        return choose(prepared.brief, pools, self.scorer, today=self.today(), mode=mode, top=top, prune=True)

    def _explained(self, found: Shortlist, order: JobOrder, revisions: Mapping[str, int]) -> tuple[ExplainedPlace, ...]:
        # Who was erased since being indexed leaves no gap in the ranks.
        standing = [place for place in found.places if place.candidate_id in revisions]
        reader = Reader(wording(), self.scorer.catalog)
        explainer = Explainer(order, found.order.reading, self.scorer.weights, reader)
        return tuple(
            ExplainedPlace(place.at(rank), revisions[place.candidate_id], tuple(explainer.reasons(place)))
            for rank, place in enumerate(standing, start=1)
        )

    def _made_with(self) -> dict[str, str]:
        """The versions, with that of the index where it was made with another taxonomy and asks for a rebuild."""
        by = self.indexed_by()
        return self.versions if by == self.versions["taxonomy"] else {**self.versions, "index": by}

    def _ranked_list(
        self, order: Stored[JobOrder], places: Iterable[ExplainedPlace], options: Mapping[str, object]
    ) -> RankedList:
        return RankedList(
            order_id=order.value.id,
            order_revision=order.revision,
            today=self.today(),
            versions=self._made_with(),
            options=options,
            candidates=tuple(ranked_cv(place) for place in places),
        )


def judged_deep_enough(
    engine: SearchEngine,
    prepared: PreparedOrder,
    recall: Callable[[Iterable[SearchHit]], RecalledPool],
    scorer: Scorer,
    day: date,
) -> tuple[RecalledPool, JudgedPool]:
    """Everybody found by looking as deep as a list of the usual length needs, judged as one pool."""
    hits: list[SearchHit] = []
    for further in engine.search_deeper(prepared.query, DEPTHS):
        hits += further
        recalled = recall(hits)
        judged = judge(prepared.brief, recalled, scorer, day)
        if enough_found([judged], EligibilityMode.ON, PLACES):
            break
    return recalled, judged


def _sequences(places: Iterable[ListPlace], pools: Sequence[RecalledPool]) -> dict[str, int]:
    """The sequence of each listed person's CV as it was ranked."""
    ids = [place.candidate_id for place in places]
    found: dict[str, int] = {}
    for one in pools:
        found |= one.sequences_of(frozenset(ids))
    return {cv_id: found[cv_id] for cv_id in ids}


def ranked_cv(explained: ExplainedPlace) -> RankedCv:
    """The place as the record keeps it."""
    place = explained.place
    return RankedCv(
        cv_id=place.candidate_id,
        cv_revision=explained.cv_revision,
        rank=place.rank,
        score=place.scored.score,
        eligible=place.eligibility.eligible,
        parts=place.parts,
        reasons=explained.reasons,
        blocked_by=explained.blocked_by,
    )
