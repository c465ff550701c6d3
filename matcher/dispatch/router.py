"""Routes an order to exactly one department, or to KVS when the machine should not decide alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import EvidenceReader, RouteEvidence, part_of_job
from matcher.dispatch.helpers import CARE, HIGHER_EDUCATION, wants_either, with_helpers
from matcher.dispatch.inquiry import is_inquiry
from matcher.dispatch.message import is_message
from matcher.dispatch.reasons import Decided, Reason, reasons_for
from matcher.dispatch.route import Route, TradeChance
from matcher.dispatch.several_jobs import jobs_of_several_trades
from matcher.dispatch.signs import tasks_of
from matcher.dispatch.telling import tells_a_job, titles_named
from matcher.dispatch.weighing import RoutingWeights, probabilities
from taxonomy.concepts import Department, Occupation
from taxonomy.reading.findings import OccupationMention, OrderReading
from taxonomy.reading.job_titles.workplaces import IMPLIED
from taxonomy.reading.orders.correcting import CORRECTION

UNDECIDED = "KVS"  # who owns an order that no department can be found for
SMALLEST_ALTERNATIVE = 0.02
SHOWN_BESIDE = 0.05  # the share that a degree keeps where care will do as well: enough to be shown; judgement


@dataclass(frozen=True)
class Router:
    """Routes by evidence, fitted weights and the departments in force on the day."""

    reader: EvidenceReader
    weights: RoutingWeights

    def route(self, order: JobOrder, reading: OrderReading, today: date) -> Route:
        """The order's one owner, a probability, the alternatives and the words that decided."""
        reading = replace(reading, occupations=with_helpers(order.title, reading.occupations, self.reader.catalog))
        evidence = self.reader.read(order, reading)
        if self._says_no_job(order, reading, evidence):
            return self._no_job(order, today)
        if (said := _said_by_a_person(reading)) is not None:
            return self._as_said(order, reading, said, today)
        chances = dict(zip(self.reader.trades, probabilities(evidence, self.weights).tolist(), strict=True))
        if wants_either(order.title, reading.occupations, self.reader.catalog):
            chances = _as_care(chances)
        ranked = sorted(chances.items(), key=lambda pair: (-pair[1], pair[0]))
        trade, confidence = ranked[0]
        occupation = self._occupation(reading, evidence, trade)
        named = {self._trade_of(one) for one in titles_named(reading)}  # shown however unlikely
        doubts = list(self._doubts(order, reading, evidence, trade, confidence))
        return Route(
            order_id=order.id,
            trade=trade,
            department=self._owner(order, trade, today),
            confidence=round(confidence, 4),
            needs_decision=bool(doubts),
            occupation=occupation,
            alternatives=tuple(
                TradeChance(other, round(chance, 4))
                for other, chance in ranked[1:]
                if chance >= SMALLEST_ALTERNATIVE or other in named
            ),
            why=(*reasons_for(order, reading, Decided(trade, occupation), self.reader, today), *doubts),
            marks=self.reader.catalog.order_kinds[order.order_type].marks,
        )

    def _says_no_job(self, order: JobOrder, reading: OrderReading, evidence: RouteEvidence) -> bool:
        """Whether no occupation is named or near in meaning, and no task is said ("2 piger til at gøre rent")."""
        if reading.occupations or evidence.nearness >= self.weights.job_from:
            return False
        return not tasks_of(f"{order.title}\n{order.text}")

    def _as_said(self, order: JobOrder, reading: OrderReading, said: OccupationMention, today: date) -> Route:
        """Where an order goes whose occupation a person has put right."""
        occupation, trade = self.reader.catalog.occupations[said.occupation], self._trade_of(said)
        others = {self._trade_of(found) for found in reading.occupations} - {trade}
        return Route(
            order_id=order.id,
            trade=trade,
            department=self._owner(order, trade, today),
            confidence=1.0,
            needs_decision=bool(others),
            occupation=occupation,
            alternatives=tuple(TradeChance(other, 0.0) for other in sorted(others)),
            why=tuple(reasons_for(order, reading, Decided(trade, occupation), self.reader, today)),
            marks=self.reader.catalog.order_kinds[order.order_type].marks,
        )

    def _no_job(self, order: JobOrder, today: date) -> Route:
        owner = self._owner(order, None, today)
        marks = self.reader.catalog.order_kinds[order.order_type].marks
        return Route(order.id, None, owner, 0.0, True, None, (), (Reason("route_no_job"),), marks)

    def _owner(self, order: JobOrder, trade: str | None, today: date) -> Department:
        catalog = self.reader.catalog
        outranking = catalog.order_kinds[order.order_type].department
        if outranking or trade is None:
            return catalog.department(outranking or UNDECIDED, today)
        return catalog.department_of_trade(trade, today)

    def _occupation(self, reading: OrderReading, evidence: RouteEvidence, trade: str) -> Occupation | None:
        """The first occupation named within the trade; else the nearest in meaning, if it lies there."""
        named = [found for found in reading.occupations if self._trade_of(found) == trade]
        chosen = named[0].occupation if named else evidence.nearest_occupation
        occupation = self.reader.catalog.occupations[chosen]
        return occupation if occupation.trade == trade else None

    def _doubts(
        self, order: JobOrder, reading: OrderReading, evidence: RouteEvidence, trade: str, confidence: float
    ) -> Iterator[Reason]:
        if confidence < self.weights.decide_from:
            yield Reason("route_unsure", {"percent": f"{100 * confidence:.0f}"})
        elif not tells_a_job(order, reading, evidence.wish, confidence, self.weights, self.reader.catalog):
            yield Reason("route_message" if titles_named(reading) else "route_unnamed")
        elif is_message(order.title, order.text):
            yield Reason("route_message")
        start, end = part_of_job(order, reading, self.reader.catalog)
        sought = [one for one in reading.occupations if one.quote.field == "title" and start <= one.quote.start < end]
        named = any(one.score > IMPLIED for one in sought)
        if named and all(self._trade_of(one) != trade for one in sought):
            yield Reason("route_divided")
        elif several := jobs_of_several_trades(order, reading, self.reader.catalog):
            yield Reason("route_several", {"said": several[0].quote.text, "also": several[1].quote.text})
        if is_inquiry(order.title, order.text, names_job=any(one.score > IMPLIED for one in reading.occupations)):
            yield Reason("route_inquiry")

    def _trade_of(self, mention: OccupationMention) -> str:
        return self.reader.catalog.occupations[mention.occupation].trade


def _as_care(chances: dict[str, float]) -> dict[str, float]:
    """The chances where either a degree or care will do: the border says care, and what speaks for each is for both."""
    both = chances[CARE] + chances[HIGHER_EDUCATION]
    return {**chances, CARE: both * (1 - SHOWN_BESIDE), HIGHER_EDUCATION: both * SHOWN_BESIDE}


def _said_by_a_person(reading: OrderReading) -> OccupationMention | None:
    return next((found for found in reading.occupations if found.quote.field == CORRECTION), None)
