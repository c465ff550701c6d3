"""Whether an order tells a job, or may be a message that names one by the way ("Murermester Hansen: intet svar")."""

from __future__ import annotations

from indexer.intake.job_order import JobOrder
from matcher.dispatch.signs import tasks_of
from matcher.dispatch.weighing import RoutingWeights, log_odds
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention, OrderReading
from taxonomy.reading.job_titles.workplaces import IMPLIED
from taxonomy.reading.surroundings import ambiguous_words

# Different tasks that tell a job as a title does: one of 113 texts that name no job says two, most jobs untitled do.
TASKS_ENOUGH = 2


def titles_named(reading: OrderReading) -> list[OccupationMention]:
    """The occupations that the title names, not those that a place or an activity in it implies."""
    return [one for one in reading.occupations if one.quote.field == "title" and one.score > IMPLIED]


def tells_a_job(
    order: JobOrder, reading: OrderReading, wish: float, confidence: float, weights: RoutingWeights, catalog: Catalog
) -> bool:
    """Whether the words tell a job, or the text sounds like one: the surer, the less of the job is named.

    `wish` is how much the text is that of a job, `confidence` the probability of the trade.
    """
    if titles_named(reading):
        return wish >= weights.wish_titled_from or _tells_more(order, reading)
    tasks = tasks_of(f"{order.title}\n{order.text}")
    if reading.occupations or len(tasks) >= TASKS_ENOUGH:
        return wish >= weights.wish_from
    if not tasks and ambiguous_words(order.title, catalog) is not None:
        return False
    return wish + weights.sureness_counts * log_odds(confidence) >= weights.wish_unnamed_from


def _tells_more(order: JobOrder, reading: OrderReading) -> bool:
    """Whether the text says a task, a demand or terms of work, or nothing beside the title."""
    text, terms = order.text.strip(), reading.terms
    if not text or text.lower() == order.title.strip().lower():
        return True
    said = reading.requirements or terms.hours_per_week or terms.shifts or terms.start or terms.positions
    return bool(said) or bool(tasks_of(order.text))
