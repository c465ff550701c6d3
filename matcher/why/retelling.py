"""A list in the language and as far as the reader may know; the list itself is kept as the consultant has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from indexer.intake.job_order import JobOrder
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
        standing = record.cvs.revisions_of(one.place.candidate_id for one in matched.places)
    if order is None:
        return []
    telling = Retelling(matching.scorer, order.value, matched.shortlist.order.reading, words, view)
    lines = [(one, telling.line(one.place)) for one in matched.places if one.place.candidate_id in standing]
    return [line if view is View.EMPLOYER else {**line, **_revision(one)} for one, line in lines]


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

    def line(self, place: Place) -> Plain:
        """The `rank` line of one place."""
        catalog, weights = self.scorer.catalog, self.scorer.weights
        reasons = explain(place, self.order, self.reading, catalog, weights, words=self.words, view=self.view)
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
