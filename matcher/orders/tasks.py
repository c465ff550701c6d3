"""The tasks of an order: those it names, and those that the job it seeks usually holds."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from indexer.intake.job_order import JobOrder
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OrderReading
from taxonomy.tasks.of_occupations import usual_tasks
from taxonomy.tasks.reading import bundled_task_reader

NICE = 0.8  # weight of a task in the wish list, against 1 in the text
USUAL = 0.2  # weight of an unnamed task usual in the occupation; best of 0.4, 0.3, 0.2, 0.1 on the tuning orders


class TaskAsked(NamedTuple):
    """A task of the order with its weight, and the order's words; none where it is only usual."""

    task: str
    weight: float
    quote: str


def tasks_asked(order: JobOrder, reading: OrderReading, catalog: Catalog) -> tuple[TaskAsked, ...]:
    """Each task once, with its highest weight, in alphabetical order."""
    named = (
        *((text, 1.0) for text in (order.title, order.text, *order.must_have)),
        *((text, NICE) for text in order.nice_to_have),
    )
    sought = reading.occupations[0] if reading.occupations else None
    return _tasks(tuple(named), sought.occupation if sought else "", sought.score if sought else 0.0, catalog)


@lru_cache(maxsize=64)  # asked for once a person in the list
def _tasks(named: tuple[tuple[str, float], ...], sought: str, sure: float, catalog: Catalog) -> tuple[TaskAsked, ...]:
    found = {task: TaskAsked(task, USUAL * sure, "") for task in usual_tasks(catalog, sought)}
    for text, weight in named:
        for one in bundled_task_reader().find(text):
            if one.task not in found or found[one.task].weight < weight:
                found[one.task] = TaskAsked(one.task, weight, text[one.start : one.end])
    return tuple(found[task] for task in sorted(found))
