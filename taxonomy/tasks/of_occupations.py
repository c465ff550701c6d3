"""What an occupation usually does: the tasks that its own titles, tasks and skills name, and those linked to it."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from taxonomy.catalog import Catalog
from taxonomy.tasks.reading import bundled_task_reader
from taxonomy.tasks.vocabulary import bundled_tasks

# How many titles must name a task before it is usual in an occupation that has no other task of the same family: one
# salgsudvikler among the titles of sellers makes no seller a programmer.
TITLES_ENOUGH, OF_TITLES = 2, 0.1


@lru_cache(maxsize=4_000)  # read when first asked for: half a millisecond each
def usual_tasks(catalog: Catalog, occupation: str) -> frozenset[str]:
    """Keys of the tasks of an occupation; nothing for an unknown one."""
    found = catalog.occupations.get(occupation)
    if found is None:
        return frozenset()
    known = bundled_tasks()
    titled = Counter(task for title in found.titles for task in _tasks_of(title))
    sure = _tasks_of(found.label, *found.tasks, *found.skills)
    enough = max(TITLES_ENOUGH, OF_TITLES * len(found.titles))
    sure |= {task for task, count in titled.items() if count >= enough}
    sure |= {key for key, task in known.items() if occupation in task.occupations}
    families = {known[task].family for task in sure}
    return frozenset(sure | {task for task in titled if known[task].family in families or not sure})


def _tasks_of(*texts: str) -> set[str]:
    return {one.task for text in texts for one in bundled_task_reader().find(text)}
