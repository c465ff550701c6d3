"""Groups judged orders in classes: by trade, kind of order, and what makes an order hard."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping

from indexer.intake.job_order import JobOrder
from matcher.evaluation.matching import EvaluatedOrder, JudgedHalf
from matcher.evaluation.metrics import RELEVANT_FROM
from matcher.orders.profile import understand
from matcher.ranking.reference_panel import NORDIC
from taxonomy.catalog import Catalog
from taxonomy.language import text_language
from taxonomy.reading.findings import RequirementKind

SHORT_TEXT, LONG_TEXT = 150, 400  # characters: one or two sentences; a whole posting
FEW_SUITABLE, MANY_SUITABLE = 4, 10  # worth proposing
NO_JOB = "intet job fundet"
NEAR_MISSES = 1  # the grade of people who are possible if there are few others

Classes = Mapping[str, tuple[str, ...]]  # the class's Danish name to its orders


def by_trade(judged: JudgedHalf, catalog: Catalog) -> Classes:
    """By the trade of what the order seeks as it is read."""
    return _gathered(judged, lambda one: catalog.trades[one.trade].label if one.trade else NO_JOB)


def orders_by_trade(orders: Iterable[JobOrder], catalog: Catalog) -> Classes:
    """The same for orders that are not ranked."""

    def label(order: JobOrder) -> str:
        sought = understand(order, catalog).occupations
        return catalog.trades[catalog.occupations[sought[0].occupation].trade].label if sought else NO_JOB

    return _by_label((label(order), order.id) for order in orders)


def by_kind(judged: JudgedHalf, catalog: Catalog) -> Classes:
    """By the kind of order."""
    return _gathered(judged, lambda one: catalog.order_kinds[one.profile.order_type].label)


def by_difficulty(judged: JudgedHalf) -> Classes:
    """By what may make it hard; an order stands in one class of each row."""
    suitable = Counter(pair.order for pair in judged.pairs if pair.grade >= RELEVANT_FROM)
    near = Counter(pair.order for pair in judged.pairs if pair.grade == NEAR_MISSES)
    rows: tuple[Callable[[EvaluatedOrder], str], ...] = (
        _length,
        _demands,
        _language,
        lambda one: _suitable(suitable[one.order.id]),
        lambda one: "flere nærved end egnede" if near[one.order.id] > suitable[one.order.id] else "få nærved",
    )
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        found.update(_gathered(judged, row))
    return found


def _gathered(judged: JudgedHalf, name: Callable[[EvaluatedOrder], str]) -> Classes:
    return _by_label((name(one), one.order.id) for one in judged.orders)


def _by_label(labelled: Iterable[tuple[str, str]]) -> Classes:
    found: dict[str, list[str]] = defaultdict(list)
    for label, order in labelled:
        found[label].append(order)
    return {label: tuple(found[label]) for label in sorted(found)}


def _length(one: EvaluatedOrder) -> str:
    length = len(one.order.text)
    if length < SHORT_TEXT:
        return "kort tekst"
    return "lang tekst" if length >= LONG_TEXT else "mellemlang tekst"


def _demands(one: EvaluatedOrder) -> str:
    hard = sum(found.hard for found in one.profile.reading.requirements)
    return "intet krav læst" if not hard else "1-2 krav læst" if hard < 3 else "3 eller flere krav læst"


def _language(one: EvaluatedOrder) -> str:
    if text_language(f"{one.order.title}. {one.order.text}") not in NORDIC:
        return "ikke skrevet på dansk"
    asked = any(found.kind is RequirementKind.LANGUAGE and found.hard for found in one.profile.reading.requirements)
    return "sprog kræves" if asked else "intet sprog kræves"


def _suitable(count: int) -> str:
    if count < FEW_SUITABLE:
        return "under 4 egnede"
    return "10 eller flere egnede" if count >= MANY_SUITABLE else "4-9 egnede"
