"""A list in the language and as far as the reader may know; the list itself is kept as the consultant has it."""

from __future__ import annotations

from collections.abc import Mapping

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.record import Record
from indexer.records.stored import Stored
from matcher.explanation import explain
from matcher.matching import ExplainedPlace, Matched, Matching
from matcher.plain import place_to_mapping
from matcher.wording.language import Language
from matcher.wording.parts import named_parts
from matcher.wording.tables import Wording
from matcher.wording.verdicts import verdict_sentence
from matcher.wording.views import View, tells_rule

Plain = dict[str, object]


def retold(matching: Matching, order_id: str, matched: Matched, words: Wording, view: View) -> list[Plain]:
    """The `rank` lines of the list for the reader; of an employer's lines nothing but place and what fits."""
    if words.language is Language.DANISH and view is View.CONSULTANT:
        return [_line(order_id, found) for found in matched.places]
    with matching.database.reading() as record:
        order = record.job_orders.at_revision(order_id, matched.order_revision)
        cvs = _as_ranked(record, matched)
    if order is None:
        return []
    told = _Told(matching, matched, order.value, words, view)
    people = ((found, cvs.get(found.place.candidate_id)) for found in matched.places)
    return [told.line(found, cv.value) for found, cv in people if cv is not None]


def _as_ranked(record: Record, matched: Matched) -> Mapping[str, Stored[Cv]]:
    """The CVs in the revisions of the list."""
    revisions = {found.place.candidate_id: found.cv_revision for found in matched.places}
    found: dict[str, Stored[Cv] | None] = dict(record.cvs.get_many(revisions))
    for cv_id, stored in list(found.items()):
        if stored is not None and stored.revision != revisions[cv_id]:
            found[cv_id] = record.cvs.at_revision(cv_id, revisions[cv_id])
    return {cv_id: stored for cv_id, stored in found.items() if stored is not None}


def _line(order_id: str, found: ExplainedPlace) -> Plain:
    return {**place_to_mapping(order_id, found.place, found.reasons), "cv_revision": found.cv_revision}


class _Told:
    """One list for one reader."""

    def __init__(self, matching: Matching, matched: Matched, order: JobOrder, words: Wording, view: View) -> None:
        self._scorer, self._reading = matching.scorer, matched.shortlist.order.reading
        self._order, self._words, self._view = order, words, view

    def line(self, found: ExplainedPlace, cv: Cv) -> Plain:
        """One line."""
        place, catalog = found.place, self._scorer.catalog
        reasons = explain(
            place, self._order, self._reading, cv, catalog, self._scorer.weights, words=self._words, view=self._view
        )
        if self._view is View.EMPLOYER:
            return {"order": self._order.id, "cv": place.candidate_id, "rank": place.rank, "reasons": reasons}
        return {
            **_line(self._order.id, found),
            "parts": named_parts(place.scored, self._words, catalog, self._view),
            "reasons": reasons,
            "blocked_by": self._verdicts(found, blocking=True),
            "ask": self._verdicts(found, blocking=False),
        }

    def _verdicts(self, found: ExplainedPlace, *, blocking: bool) -> list[str]:
        eligibility = found.place.eligibility
        return [
            verdict_sentence(verdict, found.place, self._order, self._scorer.catalog, self._words)
            for verdict in (eligibility.blocking if blocking else eligibility.to_ask)
            if tells_rule(self._view, verdict.rule)
        ]
