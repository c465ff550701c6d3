"""Lists for orders and CVs as the software makes them, from their words on."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.embedding.contract import Embedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.candidates.profile import Candidate
from matcher.orders.profile import OrderProfile, order_profile
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import ListPlace, Shortlist, shortlist
from tests.factories import TODAY

EVERYBODY = 10_000


class Ranking:
    """Ranks by the real scorer over real facts and vectors; who was read before is not read again."""

    def __init__(self, scorer: Scorer, embedder: Embedder) -> None:
        self.scorer, self._embedder = scorer, embedder
        self._read: dict[str, tuple[Cv, Candidate]] = {}

    def profile(self, order: JobOrder) -> OrderProfile:
        """The order as it is read."""
        catalog = self.scorer.catalog
        return order_profile(order, catalog, self._embedder)

    def people(self, cvs: Sequence[Cv]) -> list[Candidate]:
        """The CVs as they are read."""
        fresh = [cv for cv in cvs if cv.id not in self._read or self._read[cv.id][0] != cv]
        built = build_candidates(fresh, self.scorer.catalog, self._embedder)
        self._read.update({cv.id: (cv, found) for cv, found in zip(fresh, built, strict=True)})
        return [self._read[cv.id][1] for cv in cvs]

    def list_for(
        self, order: OrderProfile, cvs: Sequence[Cv], mode: EligibilityMode = EligibilityMode.OFF
    ) -> Shortlist:
        """The whole list for an order that has been read."""
        return shortlist(order, self.people(cvs), self.scorer, today=TODAY, mode=mode, top=EVERYBODY)

    def places(
        self, order: JobOrder, cvs: Sequence[Cv], mode: EligibilityMode = EligibilityMode.OFF
    ) -> dict[str, ListPlace]:
        """Everybody's place by id, best first."""
        return {place.candidate_id: place for place in self.list_for(self.profile(order), cvs, mode).places}

    def ranks(self, order: JobOrder, cvs: Sequence[Cv], mode: EligibilityMode = EligibilityMode.OFF) -> list[str]:
        """Ids, best first."""
        return list(self.places(order, cvs, mode))

    def scores(self, order: JobOrder, cvs: Sequence[Cv]) -> dict[str, float]:
        """Everybody's score by id, best first."""
        return {found: place.scored.score for found, place in self.places(order, cvs).items()}
