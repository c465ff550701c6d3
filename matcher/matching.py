"""Candidates for an order in the record: find, check, rank, explain, and keep the list that was given out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from indexer.embedding.contract import Embedder
from indexer.engines.contract import SearchEngine
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.database import Database
from indexer.records.ranked_lists import RankedCv, RankedList
from indexer.records.record import Record
from indexer.records.stored import RecordKind, Stored
from matcher.candidates.build import build_candidates
from matcher.candidates.memory import CandidateMemory, Recalled
from matcher.explanation import explain
from matcher.orders.profile import OrderProfile, build_order_profile, query_texts, understand
from matcher.ranking.score import Brief, Scorer
from matcher.retrieval.query import candidate_query
from matcher.shortlist import CandidatePool, EligibilityMode, Place, Pool, Shortlist, choose

DEPTHS = (500, 2000, 8000)  # look deeper only while too few of those found may be proposed


@dataclass(frozen=True, slots=True)
class ExplainedPlace:
    """A place with its reasons and the revision of the CV it was made from."""

    place: Place
    cv_revision: int
    reasons: tuple[str, ...]

    @property
    def blocked_by(self) -> tuple[str, ...]:
        """Why the person may not be proposed; empty for the eligible."""
        return tuple(verdict.reason for verdict in self.place.eligibility.blocking)


@dataclass(frozen=True, slots=True)
class Matched:
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
    versions: dict[str, str]
    today: Callable[[], date]

    def candidates(
        self, order_id: str, *, actor: str, top: int = 50, mode: EligibilityMode = EligibilityMode.ON
    ) -> Matched:
        """The explained list for the order, kept in the record; raises RecordNotFoundError, SearchUnavailableError."""
        with self.database.reading() as record:
            order = record.job_orders.demand(order_id)
            found = self._best(record, order.value, top, mode)
            places = self._explained(record, found, order.value)
        options = {"top": top, "eligibility": mode.value, "fell_for": dict(found.fell_for)}
        given = self._ranked_list(order, places, options)
        with self.database.transaction(actor, "vis kandidater") as record:
            number = record.ranked_lists.add(given)
        return Matched(number, order.revision, found, places)

    def one(self, order_id: str, cv_id: str, *, actor: str) -> tuple[ExplainedPlace, int, int]:
        """One person before the order: the explained place among all found, how many were ranked, how many eligible.

        Raises RecordNotFoundError for an unknown order or CV.
        """
        with self.database.reading() as record:
            order, cv = record.job_orders.demand(order_id), record.cvs.demand(cv_id)
            ranked = self._with_one(record, order.value, cv.value)
            place = next(place for place in ranked.places if place.candidate_id == cv_id)
            reading = ranked.order.reading
            reasons = explain(place, order.value, reading, cv.value, self.scorer.catalog, self.scorer.weights)
        with self.database.transaction(actor, "hvorfor denne placering") as record:
            record.audit_trail.note("explain", RecordKind.CV, cv_id, cv.revision)
        return ExplainedPlace(place, cv.revision, tuple(reasons)), len(ranked.places), ranked.eligible

    def eligible_found(self, order: JobOrder) -> int:
        """How many of those found for the order may be proposed, without keeping a list."""
        with self.database.reading() as record:
            brief = self._brief(order)
            pool = self._recall(record, self._found(brief.order, order, DEPTHS[0]))
            return choose(brief, [pool], self.scorer, today=self.today(), mode=EligibilityMode.ON, top=0).eligible

    def _brief(self, order: JobOrder) -> Brief:
        catalog = self.scorer.catalog
        profile = build_order_profile(order, understand(order, catalog), catalog, self.embedder)
        return self.scorer.brief(profile, self.today())

    def _best(self, record: Record, order: JobOrder, top: int, mode: EligibilityMode) -> Shortlist:
        brief = self._brief(order)
        return choose(
            brief, self._pools(record, brief, order, top), self.scorer, today=self.today(), mode=mode, top=top
        )

    def _with_one(self, record: Record, order: JobOrder, cv: Cv) -> Shortlist:
        """Everybody found for the order, and the one, who is made from the CV as it stands.

        The index may not know the CV, or not this revision of it.
        """
        brief = self._brief(order)
        others = [cv_id for cv_id in self._found(brief.order, order, DEPTHS[0]) if cv_id != cv.id]
        one = CandidatePool(build_candidates([cv], self.scorer.catalog, self.embedder))
        pools: list[Pool] = [self._recall(record, others), one]
        everybody = len(others) + 1
        return choose(brief, pools, self.scorer, today=self.today(), mode=EligibilityMode.SHOW, top=everybody)

    def _pools(self, record: Record, brief: Brief, order: JobOrder, top: int) -> Iterator[Recalled]:
        """Those found, then those found by looking deeper, each person once."""
        seen: set[str] = set()
        for depth in DEPTHS:
            found = self._found(brief.order, order, max(depth, top))
            yield self._recall(record, [cv_id for cv_id in found if cv_id not in seen])
            if len(found) < depth:
                return
            seen.update(found)

    def _found(self, profile: OrderProfile, order: JobOrder, depth: int) -> list[str]:
        title, text, _ = query_texts(order, profile.reading, self.scorer.catalog)
        hits = self.engine()[0].search(candidate_query(profile, title, text, self.scorer.catalog, depth)).hits
        return [hit.id for hit in hits]

    def _recall(self, record: Record, cv_ids: Sequence[str]) -> Recalled:
        return self.memory.recall(record, self.engine()[1], cv_ids)

    def _explained(self, record: Record, found: Shortlist, order: JobOrder) -> tuple[ExplainedPlace, ...]:
        cvs = self._as_ranked(record, [place.candidate_id for place in found.places])
        # Who was erased since being indexed leaves no gap in the ranks.
        standing = [place for place in found.places if place.candidate_id in cvs]
        return tuple(
            ExplainedPlace(
                replace(place, rank=rank),
                cvs[place.candidate_id].revision,
                self._reasons(place, found, order, cvs),
            )
            for rank, place in enumerate(standing, start=1)
        )

    def _as_ranked(self, record: Record, cv_ids: Sequence[str]) -> dict[str, Stored[Cv]]:
        """The CVs in the revisions that were ranked: where the index lags, these are older than the record's."""
        current = record.cvs.get_many(cv_ids)
        ranked = record.cv_features.sequences_of(self.engine()[1], cv_ids)
        behind = [cv_id for cv_id, stored in current.items() if stored.sequence > ranked.get(cv_id, stored.sequence)]
        for cv_id in behind:
            older = (stored for stored in record.cvs.revisions(cv_id) if stored.sequence <= ranked[cv_id])
            current[cv_id] = next(older, current[cv_id])
        return current

    def _reasons(
        self, place: Place, found: Shortlist, order: JobOrder, cvs: Mapping[str, Stored[Cv]]
    ) -> tuple[str, ...]:
        cv = cvs[place.candidate_id].value
        return tuple(explain(place, order, found.order.reading, cv, self.scorer.catalog, self.scorer.weights))

    def _ranked_list(
        self, order: Stored[JobOrder], places: Iterable[ExplainedPlace], options: Mapping[str, object]
    ) -> RankedList:
        return RankedList(
            order_id=order.value.id,
            order_revision=order.revision,
            today=self.today(),
            versions=self.versions,
            options=options,
            candidates=tuple(ranked_cv(place) for place in places),
        )


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
