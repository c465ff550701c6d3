"""What a text shows of its trade: the stems of its words, and the tasks that it says in whatever words."""

from __future__ import annotations

from taxonomy.language import analyse
from taxonomy.tasks.reading import bundled_task_reader

TASK = "opgave: "  # before the name of a task; no stem holds a colon


def signs_of(text: str) -> list[str]:
    """The stems in their order, then each task that is said and not denied."""
    return [*analyse(text), *(f"{TASK}{task}" for task in tasks_of(text))]


def tasks_of(text: str) -> list[str]:
    """The tasks that are said and not denied, in their order, each once."""
    return list(dict.fromkeys(found.task for found in bundled_task_reader().find(text)))
