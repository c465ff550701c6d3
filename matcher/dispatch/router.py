"""Routes an order to exactly one department, or to KVS when the machine should not decide alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import Evidence, EvidenceReader
from matcher.dispatch.reasons import Decided, reasons_for
from matcher.dispatch.route import Route, TradeChance
from matcher.dispatch.weighing import RoutingWeights, probabilities
from taxonomy.concepts import Department, Occupation
from taxonomy.reading.correcting import CORRECTION
from taxonomy.reading.findings import OccupationMention, OrderReading

UNDECIDED = "KVS"  # who owns an order that no department can be found for
SMALLEST_ALTERNATIVE = 0.02


@dataclass(frozen=True)
class Router:
    """Routes by evidence, fitted weights and the departments in force on the day."""

    reader: EvidenceReader
    weights: RoutingWeights

    def route(self, order: JobOrder, reading: OrderReading, today: date) -> Route:
        """The order's one owner, a probability, the alternatives and the words that decided."""
        evidence = self.reader.read(order, reading)
        if not reading.occupations and evidence.nearness < self.weights.job_from:
            return self._no_job(order, today)
        if (said := _said_by_a_person(reading)) is not None:
            return self._as_said(order, reading, said, today)
        chances = probabilities(evidence, self.weights)
        ranked = sorted(zip(self.reader.trades, chances.tolist(), strict=True), key=lambda pair: (-pair[1], pair[0]))
        trade, confidence = ranked[0]
        occupation = self._occupation(reading, evidence, trade)
        doubts = list(self._doubts(confidence, reading, trade))
        return Route(
            order_id=order.id,
            trade=trade,
            department=self._owner(order, trade, today),
            confidence=round(confidence, 4),
            needs_decision=bool(doubts),
            occupation=occupation,
            alternatives=tuple(
                TradeChance(other, round(chance, 4)) for other, chance in ranked[1:] if chance >= SMALLEST_ALTERNATIVE
            ),
            reasons=(*self._reasons(order, reading, Decided(trade, occupation), today), *doubts),
            marks=self.reader.catalog.order_kinds[order.order_type].marks,
        )

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
            reasons=self._reasons(order, reading, Decided(trade, occupation), today),
            marks=self.reader.catalog.order_kinds[order.order_type].marks,
        )

    def _no_job(self, order: JobOrder, today: date) -> Route:
        reason = "Teksten nævner ikke noget job, der kan genkendes; KVS afgør fagområdet."
        owner = self._owner(order, None, today)
        marks = self.reader.catalog.order_kinds[order.order_type].marks
        return Route(order.id, None, owner, 0.0, True, None, (), (reason,), marks)

    def _owner(self, order: JobOrder, trade: str | None, today: date) -> Department:
        catalog = self.reader.catalog
        outranking = catalog.order_kinds[order.order_type].department
        if outranking or trade is None:
            return catalog.department(outranking or UNDECIDED, today)
        return catalog.department_of_trade(trade, today)

    def _occupation(self, reading: OrderReading, evidence: Evidence, trade: str) -> Occupation | None:
        """The first occupation named within the trade; else the nearest in meaning, if it lies there."""
        named = [found for found in reading.occupations if self._trade_of(found) == trade]
        chosen = named[0].occupation if named else evidence.nearest_occupation
        occupation = self.reader.catalog.occupations[chosen]
        return occupation if occupation.trade == trade else None

    def _doubts(self, confidence: float, reading: OrderReading, trade: str) -> Iterator[str]:
        if confidence < self.weights.decide_from:
            yield f"Sikkerheden er {100 * confidence:.0f} %, og det er for lidt til at afgøre det uden KVS."
        elif not reading.occupations and confidence < self.weights.decide_unnamed_from:
            yield "Ordren nævner ingen stilling ved navn, så KVS afgør, om fagområdet er det rigtige."
        titles = [found for found in reading.occupations if found.quote.field == "title"]
        others = {self._trade_of(found) for found in titles} - {trade}
        if others and not any(self._trade_of(found) == trade for found in titles):
            yield "Titlen og teksten peger på hver sit fagområde; KVS afgør det."

    def _reasons(self, order: JobOrder, reading: OrderReading, decided: Decided, today: date) -> tuple[str, ...]:
        return tuple(reasons_for(order, reading, decided, self.reader, today))

    def _trade_of(self, mention: OccupationMention) -> str:
        return self.reader.catalog.occupations[mention.occupation].trade


def _said_by_a_person(reading: OrderReading) -> OccupationMention | None:
    return next((found for found in reading.occupations if found.quote.field == CORRECTION), None)
