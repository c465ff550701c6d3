"""Type-ahead over the titles: what a person waits for after each letter, also after a slip."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from taxonomy.catalog import load_catalog
from taxonomy.concepts import Occupation
from taxonomy.searching import TitleSearch
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting, percentile

TYPE_AHEAD_LIMIT = 5.0  # milliseconds, for the slowest in a hundred too
TITLES = 150
SHOWN = 10


def measure(setting: Setting) -> Iterator[Figure]:
    """CPU time of a search after every letter of some titles, half of them with two letters swapped."""
    del setting  # the same at every size
    catalog = load_catalog()
    search = TitleSearch(catalog)
    typed = _typed(list(catalog.occupations.values()))
    for text in typed:
        search.search(text, SHOWN)
    taken = []
    for text in typed:
        began = time.process_time()
        search.search(text, SHOWN)
        taken.append(1000 * (time.process_time() - began))
    yield Figure("type-ahead, half of the searches", percentile(taken, 0.5), "ms", TYPE_AHEAD_LIMIT)
    yield Figure("type-ahead, 99 of 100 searches", percentile(taken, 0.99), "ms", TYPE_AHEAD_LIMIT)


def _typed(occupations: list[Occupation]) -> list[str]:
    drawn = random.Random(5)
    titles = [drawn.choice(one.titles) for one in drawn.sample(occupations, TITLES)]
    begun = [title[:length] for title in titles for length in range(1, len(title) + 1)]
    return [_slipped(text, drawn) if at % 2 else text for at, text in enumerate(begun)]


def _slipped(text: str, drawn: random.Random) -> str:
    if len(text) < 4:
        return text
    at = drawn.randrange(1, len(text) - 1)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
