"""Learns the directions of matcher/texts/meaning.py: `python -m tests.quality.fit_meaning CACHE [FILE]`.

Two texts that tell of one job are drawn: title and text of an order that routing is tuned on, title and whole of it,
two titles of an occupation, or a title and what the occupation does and can. Directions are sought in which each lies
nearer its fellow than those of hundreds of other jobs. No CV and no judgement is seen. The search ends early: a longer
one finds more fellows and ranks people worse.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder, Vectors
from matcher.orders.bare_title import bare_title
from matcher.texts.meaning import FILE, Directions
from taxonomy.catalog import Catalog, load_catalog
from taxonomy.neutral.texts import comparable, comparable_list
from tests.quality.fit_taught import likeness_slope
from tests.quality.labelled_files import FOLDER
from tests.quality.learning.descent import Descent

DIRECTIONS = 192  # as good as 384, at half the memory
STEPS, RATE, AT_ONCE = 60, 2e-3, 256
SHORTEST = 25  # characters of a text that tells more than its title
TEXTS_A_STEP = 1000
Rows = Sequence[int]


@dataclass(frozen=True, slots=True)
class Fellows:
    """Texts that are asked with, texts to be found, and which of each tell of one job."""

    asked: Sequence[str]
    found: Sequence[str]
    jobs: Sequence[tuple[Rows, Rows]]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The same as vectors."""

    asked: Vectors
    found: Vectors
    jobs: Sequence[tuple[Rows, Rows]]

    def draw(self, chance: np.random.Generator) -> tuple[Vectors, Vectors]:
        """One of each for some of the jobs."""
        drawn = [self.jobs[at] for at in chance.choice(len(self.jobs), min(AT_ONCE, len(self.jobs)), replace=False)]
        asked, found = np.array([(chance.choice(ones), chance.choice(fellows)) for ones, fellows in drawn]).T
        return self.asked[asked], self.found[found]


def of_orders() -> Iterator[Fellows]:
    """The orders that routing is tuned on: title and text, whole and title."""
    files = [*sorted((FOLDER / "routing").glob("orders_development*.jsonl")), FOLDER / "routing" / "lessons.jsonl"]
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    told = sorted({(one["title"], one["text"]) for one in lines if len(one["text"]) > SHORTEST})
    titles = [comparable(bare_title(title)) or title for title, _ in told]
    texts = [comparable(text) for _, text in told]
    jobs = [([at], [at]) for at in range(len(told))]
    yield Fellows(titles, texts, jobs)
    yield Fellows([f"{title}. {text}" for title, text in zip(titles, texts, strict=True)], titles, jobs)


def of_occupations(catalog: Catalog) -> Iterator[Fellows]:
    """The occupations: their titles, and a title with what they do or can."""
    jobs = list(catalog.occupations.values())
    ends = np.cumsum([len(job.titles) for job in jobs]).tolist()
    rows = [list(range(end - len(job.titles), end)) for job, end in zip(jobs, ends, strict=True)]
    titles = [title for job in jobs for title in job.titles]
    yield Fellows(titles, titles, [(own, own) for own in rows])
    told = [comparable_list(words) or job.label for job in jobs for words in (job.tasks, job.skills)]
    yield Fellows(titles, told, [(own, [2 * at, 2 * at + 1]) for at, own in enumerate(rows)])


def embedded(fellows: Fellows, embedder: Embedder) -> Pairs:
    """The texts as the model's vectors, each in its part."""
    asked = np.concatenate([embedder.queries(some) for some in _in_steps(fellows.asked)])
    return Pairs(asked, np.concatenate([embedder.passages(some) for some in _in_steps(fellows.found)]), fellows.jobs)


def _in_steps(texts: Sequence[str]) -> Iterator[Sequence[str]]:
    return (texts[start : start + TEXTS_A_STEP] for start in range(0, len(texts), TEXTS_A_STEP))


def learn(sources: Sequence[Pairs], size: int = DIRECTIONS) -> Directions:
    """The middles and the directions, from the widest ones on, by gradient (Adam); the same each time."""
    chance = np.random.default_rng(0)
    asked, found = (np.concatenate([getattr(one, name) for one in sources]) for name in ("asked", "found"))
    middles = asked.mean(axis=0), found.mean(axis=0)
    along = np.linalg.svd((asked - middles[0])[::3], full_matrices=False)[2][:size].T
    search = Descent(along, STEPS, RATE)
    for step in range(1, STEPS + 1):
        drawn = [pairs.draw(chance) for pairs in sources]
        slopes = [likeness_slope(ones - middles[0], fellows - middles[1], search.at) for ones, fellows in drawn]
        search.down(np.mean([one for one, _ in slopes], axis=0))
        if step in (1, STEPS):
            print(f"step {step}:", *(f"{share:.3f}" for _, share in slopes), "find their fellow first", flush=True)
    return Directions(*middles, search.at.astype(np.float64))


def main() -> None:
    """Learn and write."""
    embedder, catalog = choose_embedder(cache_folder=Path(sys.argv[1])), load_catalog()
    learnt = learn([embedded(one, embedder) for one in (*of_orders(), *of_occupations(catalog))])
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else FILE
    content = {name: getattr(learnt, name).astype(np.float16) for name in ("asked", "found", "along")}
    np.savez_compressed(file, **content)
    print(f"{file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
