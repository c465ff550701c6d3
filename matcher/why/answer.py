"""Answers why one person has their place in an order's list, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.audit_trail import Act
from indexer.records.record import Record
from indexer.records.stored import RecordKind, Stored
from matcher.shortlisting.shortlist import ListPlace
from matcher.why.full_ranking import FullRanking
from matcher.why.full_rankings import FullRankings
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader
from matcher.wording.shared_words import MatchedWord, matched_words
from matcher.wording.tables import wording

SHOWN = 20  # places, as the page of a list shows them


class State(StrEnum):
    """Where somebody stands, from the best to the worst."""

    LISTED = "i listen"
    LOWER = "lavere"
    NOT_ELIGIBLE = "kan ikke foreslås"
    NOT_FOUND = "ikke fundet"


@dataclass(frozen=True, slots=True)
class Why:
    """One person before one order; `place.rank` is the place among all found, or the one the person would have.

    `shown` is how many places the list shows, `against` who stands at the place that the person did not reach: the one
    above, or the last shown; None for the first and for people who may not be proposed.
    """

    order: Stored[JobOrder]
    cv: Stored[Cv]
    state: State
    place: ListPlace
    found: int
    eligible: int
    shown: int
    reasons: tuple[str, ...]
    matched: tuple[MatchedWord, ...]
    against: ListPlace | None


@dataclass(frozen=True)
class Whys:
    """Answers why, for anybody in the record."""

    rankings: FullRankings

    def why(
        self,
        order_id: str,
        cv_id: str,
        *,
        actor: str,
        shown: int = SHOWN,
        reader: Reader | None = None,
    ) -> Why:
        """The answer, noted in the audit trail; to a consultant in Danish where no reader is named.

        Raises RecordNotFoundError, SearchUnavailableError.
        """
        database = self.rankings.matching.database
        reader = reader or Reader(wording(), self.rankings.matching.scorer.catalog)
        with database.reading() as record:
            order, cv = record.job_orders.require(order_id), record.cvs.require(cv_id)
            answer = self._answer(record, self.rankings.of(record, order), cv, shown, reader)
        with database.transaction(actor, "hvorfor denne placering") as record:
            record.audit_trail.note(Act.EXPLAINED, RecordKind.CV, cv_id, answer.cv.revision)
        return answer

    def place(self, record: Record, ranking: FullRanking, cv: Stored[Cv]) -> tuple[ListPlace, bool]:
        """The person's place, and whether the search found them; made anew where the index does not know the CV."""
        found = cv.value.id in ranking.rows
        if ranking.sequences.get(cv.value.id) == cv.sequence and (place := ranking.place_of(cv.value.id)):
            return place, True
        indexed = self.rankings.indexed(record, ranking, cv)
        scored, eligibility = (
            indexed or self.rankings.alone(record, ranking.order, ranking.brief, cv).scored_in_full([0])[0]
        )
        rank = ranking.rank_with(scored) if eligibility.eligible else ranking.found + 1
        return ListPlace(rank, scored, eligibility), found

    def _answer(self, record: Record, ranking: FullRanking, cv: Stored[Cv], shown: int, reader: Reader) -> Why:
        order, weights = ranking.order, self.rankings.matching.scorer.weights
        place, found = self.place(record, ranking, cv)
        reading = ranking.brief.order.reading
        return Why(
            order=order,
            cv=cv,
            state=state_of(place, shown, found=found),
            place=place,
            found=ranking.found,
            eligible=ranking.eligible,
            shown=shown,
            reasons=tuple(Explainer(order.value, reading, weights, reader).reasons(place)),
            matched=matched_words(order.value, cv.value),
            against=_against(ranking, place, shown),
        )


def state_of(place: ListPlace, shown: int, *, found: bool) -> State:
    """Where the place is."""
    if not found:
        return State.NOT_FOUND
    if not place.eligibility.eligible:
        return State.NOT_ELIGIBLE
    return State.LISTED if place.rank <= shown else State.LOWER


def _against(ranking: FullRanking, place: ListPlace, shown: int) -> ListPlace | None:
    if not place.eligibility.eligible or place.rank == 1:
        return None
    rank = min(place.rank - 1, shown, ranking.eligible)
    other = ranking.place_at(rank)
    return other if other and other.candidate_id != place.candidate_id else None
