"""A list in the language and as far as the reader may know; the list itself is kept as the consultant has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.record import Record
from indexer.records.stored import Stored
from matcher.eligibility.verdict import Verdict
from matcher.explanation import explain
from matcher.matching import ExplainedPlace, Matched, Matching
from matcher.plain import place_to_mapping
from matcher.ranking.score import Scorer
from matcher.shortlist import Place
from matcher.wording.language import Language
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import View, tells_rule
from taxonomy.reading.findings import OrderReading

Plain = dict[str, object]


def retold(matching: Matching, order_id: str, matched: Matched, words: Wording, view: View) -> list[Plain]:
    """The `rank` lines of the list for the reader; of an employer's lines nothing but place and what fits."""
    if words.language is Language.DANISH and view is View.CONSULTANT:
        return [{**place_to_mapping(order_id, one.place, one.reasons), **_revision(one)} for one in matched.places]
    with matching.database.reading() as record:
        order = record.job_orders.at_revision(order_id, matched.order_revision)
        cvs = _as_ranked(record, matched)
    if order is None:
        return []
    telling = Retelling(matching.scorer, order.value, matched.shortlist.order.reading, words, view)
    people = ((found, cvs.get(found.place.candidate_id)) for found in matched.places)
    lines = [(one, telling.line(one.place, cv.value)) for one, cv in people if cv is not None]
    return [line if view is View.EMPLOYER else {**line, **_revision(one)} for one, line in lines]


def _as_ranked(record: Record, matched: Matched) -> Mapping[str, Stored[Cv]]:
    """The CVs in the revisions of the list."""
    revisions = {found.place.candidate_id: found.cv_revision for found in matched.places}
    found: dict[str, Stored[Cv] | None] = dict(record.cvs.get_many(revisions))
    for cv_id, stored in list(found.items()):
        if stored is not None and stored.revision != revisions[cv_id]:
            found[cv_id] = record.cvs.at_revision(cv_id, revisions[cv_id])
    return {cv_id: stored for cv_id, stored in found.items() if stored is not None}


def _revision(found: ExplainedPlace) -> Plain:
    return {"cv_revision": found.cv_revision}


@dataclass(frozen=True, slots=True)
class Retelling:
    """Tells the places of one order's list to one reader."""

    scorer: Scorer
    order: JobOrder
    reading: OrderReading
    words: Wording
    view: View = View.CONSULTANT

    def line(self, place: Place, cv: Cv) -> Plain:
        """The `rank` line of one place."""
        catalog, weights = self.scorer.catalog, self.scorer.weights
        reasons = explain(place, self.order, self.reading, cv, catalog, weights, words=self.words, view=self.view)
        if self.view is View.EMPLOYER:
            return {"order": self.order.id, "cv": place.candidate_id, "rank": place.rank, "reasons": reasons}
        return {
            **place_to_mapping(self.order.id, place, reasons),
            "parts": named_parts(place.scored, self.words, catalog, self.view),
            "blocked_by": self._verdicts(place, place.eligibility.blocking),
            "ask": self._verdicts(place, place.eligibility.to_ask),
        }

    def _verdicts(self, place: Place, verdicts: Iterable[Verdict]) -> list[str]:
        return [
            verdict_sentence(verdict, place, self.order, self.scorer.catalog, self.words)
            for verdict in verdicts
            if tells_rule(self.view, verdict.rule)
        ]
