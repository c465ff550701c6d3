"""Renders a list in the reader's language and within what the reader may know; the kept list stays complete."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from indexer.intake.job_order import JobOrder
from indexer.intake.json_form import JsonObject
from matcher.lists.matching import ExplainedPlace, MatchedList, Matching
from matcher.lists.place_format import place_to_mapping
from matcher.ranking.score import Scorer
from matcher.shortlisting.shortlist import ListPlace
from matcher.wording.explanation import Explainer
from matcher.wording.language import Language
from matcher.wording.reader import Reader
from matcher.wording.verdicts import rule_name
from matcher.wording.views import KEPT_RULE, View, shows_rule
from taxonomy.reading.findings import OrderReading


def list_for_reader(matching: Matching, order_id: str, matched: MatchedList, reader: Reader) -> list[JsonObject]:
    """The `rank` lines of the list for the reader; of an employer's lines nothing but place and what fits."""
    if reader.words.language is Language.DANISH and reader.view is View.CONSULTANT:
        return [{**place_to_mapping(order_id, one.place, one.reasons), **_revision(one)} for one in matched.places]
    with matching.database.reading() as record:
        order = record.job_orders.at_revision(order_id, matched.order_revision)
        standing = record.cvs.revisions_of(one.place.candidate_id for one in matched.places)
    if order is None:
        return []
    writer = ListLines(matching.scorer, order.value, matched.shortlist.order.reading, reader)
    lines = [(one, writer.line(one.place)) for one in matched.places if one.place.candidate_id in standing]
    return [line if reader.view is View.EMPLOYER else {**line, **_revision(one)} for one, line in lines]


def fell_for(matched: MatchedList, reader: Reader) -> dict[str, JsonObject]:
    """How many each rule holds back, most first; those that the reader is not told of counted as one."""
    view = reader.view
    if view is View.EMPLOYER:
        return {}
    counted: Counter[str] = Counter() if view is View.CONSULTANT else Counter({KEPT_RULE: 0})
    for rule, count in matched.shortlist.fell_for.items():
        counted[rule if shows_rule(view, rule) else KEPT_RULE] += count
    most_first = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return {rule: {"label": rule_name(rule, reader.words), "count": count} for rule, count in most_first}


def _revision(found: ExplainedPlace) -> JsonObject:
    return {"cv_revision": found.cv_revision}


@dataclass(frozen=True, slots=True)
class ListLines:
    """Writes the places of one order's list for one reader."""

    scorer: Scorer
    order: JobOrder
    reading: OrderReading
    reader: Reader

    def line(self, place: ListPlace) -> JsonObject:
        """The `rank` line of one place."""
        reader, weights = self.reader, self.scorer.weights
        reasons = Explainer(self.order, self.reading, weights, reader).reasons(place)
        if reader.view is View.EMPLOYER:
            return {"order": self.order.id, "cv": place.candidate_id, "rank": place.rank, "reasons": reasons}
        return {
            **place_to_mapping(self.order.id, place, reasons),
            "parts": reader.parts(place.scored),
            "blocked_by": reader.verdicts(place.eligibility.blocking, place),
            "ask": reader.verdicts(place.eligibility.to_ask, place),
        }
