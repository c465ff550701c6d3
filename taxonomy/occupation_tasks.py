"""What an occupation usually does: the tasks that its own titles, tasks and skills name, and those linked to it."""

from __future__ import annotations

from functools import lru_cache

from taxonomy.catalog import Catalog
from taxonomy.task_reading import bundled_task_reader
from taxonomy.tasks import bundled_tasks


@lru_cache(maxsize=4_000)  # read when first asked for: half a millisecond each
def usual_tasks(catalog: Catalog, occupation: str) -> frozenset[str]:
    """Keys of the tasks of an occupation; nothing for an unknown one."""
    found = catalog.occupations.get(occupation)
    if found is None:
        return frozenset()
    texts = (*found.titles, *found.tasks, *found.skills)
    named = {one.task for text in texts for one in bundled_task_reader().find(text)}
    linked = {key for key, task in bundled_tasks().items() if occupation in task.occupations}
    return frozenset(named | linked)
