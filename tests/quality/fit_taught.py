"""Learns the directions of indexer/linking/taught.py: `python -m tests.quality.fit_taught CACHE [FILE]`.

Two labels of one thing are drawn: of an occupation of ESCO or ours, in Danish and English, or of an entry of our
vocabulary of demands. Directions and bends are sought by which each lies nearer its fellow than the labels of a
thousand other things. Labels that tests/quality/fit_linking.py holds out, and all labelled titles, are never seen, so
that what is measured on them is a measure of new titles. Prints the share that find their fellow first.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from indexer.linking import esco_concepts, own_concepts
from indexer.linking.taught import FILE, Taught
from taxonomy.catalog import load_catalog
from taxonomy.importers.esco import import_esco
from taxonomy.reading.requirements.vocabulary import load_vocabulary
from tests.quality.fit_linking import held_out_labels
from tests.quality.labelled_files import ESCO
from tests.quality.learning.bent import Bent

DIRECTIONS = 192  # as good as 384; 128 and 96 lose 0.008 and 0.010 on the open titles
THINGS, STEPS, RATE = 1024, 1200, 1e-3  # of 512 things fewer bends learnt half as much
SHARPNESS = 0.05  # of cosine; 0.03 and 0.08 are no better
DANISH_FIRST, DANISH_FELLOW = 0.7, 0.5  # how often a label is Danish where there is a choice
TEXTS_A_STEP = 2000

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Thing:
    """The rows of the labels of one thing, by language."""

    danish: tuple[int, ...]
    english: tuple[int, ...]


def labels_of_things() -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The Danish and English labels of everything that is learnt from."""
    concepts = esco_concepts(import_esco(ESCO).concepts)
    english = [one.english for one in held_out_labels(concepts, "english")[0]]
    left = [
        replace(one, english=names) for one, names in zip(held_out_labels(concepts, "danish")[0], english, strict=True)
    ]
    occupations = [(one.danish, one.english) for one in (*left, *own_concepts(load_catalog()))]
    return [*occupations, *(((entry.key, *entry.wordings), ()) for entry in load_vocabulary().values())]


def embedded(
    labels: Sequence[tuple[tuple[str, ...], tuple[str, ...]]], embedder: Embedder
) -> tuple[list[Thing], Floats]:
    """The things that have two labels or more, and the vectors of all labels."""
    texts = sorted({text for of_thing in labels for names in of_thing for text in names})
    row = {text: at for at, text in enumerate(texts)}
    steps = (texts[start : start + TEXTS_A_STEP] for start in range(0, len(texts), TEXTS_A_STEP))
    vectors = np.concatenate([np.asarray(embedder.queries(step), np.float32) for step in steps])
    things = [_thing(*([row[text] for text in names] for names in of_thing)) for of_thing in labels]
    return [one for one in things if len(one.danish) + len(one.english) > 1], vectors


def _thing(danish: list[int], english: list[int]) -> Thing:
    return Thing(tuple(dict.fromkeys(danish)), tuple(row for row in dict.fromkeys(english) if row not in danish))


def pairs(things: Sequence[Thing], chance: np.random.Generator) -> Iterator[tuple[list[int], list[int]]]:
    """For each step two labels each of some of the things."""
    for _ in range(STEPS):
        drawn = chance.choice(len(things), min(THINGS, len(things)), replace=False)
        both = [_pair(things[at], chance.random(4)) for at in drawn]
        yield [one for one, _ in both], [other for _, other in both]


def _pair(thing: Thing, chance: NDArray[np.float64]) -> tuple[int, int]:
    first = thing.danish if thing.danish and (chance[0] < DANISH_FIRST or not thing.english) else thing.english
    one = first[int(chance[1] * len(first))]
    danish_fellow = (chance[2] < DANISH_FELLOW and len(thing.danish) > 1) or not thing.english
    others = [row for row in (thing.danish if danish_fellow else thing.english) if row != one]
    others = others or [row for row in (*thing.danish, *thing.english) if row != one]
    return one, others[int(chance[3] * len(others))]


def learn(things: Sequence[Thing], vectors: Floats) -> Taught:
    """The mean, the directions from the widest ones on, and the bends, by gradient (Adam); the same each time."""
    mean = vectors.mean(axis=0)
    search = Bent(vectors - mean, DIRECTIONS, STEPS, RATE)
    for step, (ones, fellows) in enumerate(pairs(things, np.random.default_rng(0)), 1):
        turned = search.turn(vectors[[*ones, *fellows]] - mean)
        slopes, found = slopes_of_likeness(turned[: len(ones)], turned[len(ones) :])
        search.down(np.concatenate(slopes))
        if step in (1, STEPS):
            print(f"step {step}: {found:.3f} find their fellow first", flush=True)
    return Taught(mean, *search.learnt())


def likeness_slope(ones: Floats, fellows: Floats, directions: Floats) -> tuple[Floats, float]:
    """The slope of how unlike fellows look beside the others, and the share that look most alike."""
    (at_ones, at_fellows), found = slopes_of_likeness(ones @ directions, fellows @ directions)
    return ones.T @ at_ones + fellows.T @ at_fellows, found


def slopes_of_likeness(ones: Floats, fellows: Floats) -> tuple[tuple[Floats, Floats], float]:
    """The same by the vectors that were turned."""
    (one, one_length), (fellow, fellow_length) = _unit(ones), _unit(fellows)
    likeness = one @ fellow.T / np.float32(SHARPNESS)
    raised = np.exp(likeness - likeness.max())
    off = raised / raised.sum(axis=1, keepdims=True) + raised / raised.sum(axis=0, keepdims=True)
    off[np.diag_indices(len(off))] -= 2
    off *= np.float32(1 / (2 * len(off) * SHARPNESS))
    slopes = _along(off @ fellow, one, one_length), _along(off.T @ one, fellow, fellow_length)
    return slopes, float((likeness.argmax(axis=1) == np.arange(len(off))).mean())


def _unit(rows: Floats) -> tuple[Floats, Floats]:
    length = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows / length, length


def _along(slope: Floats, unit: Floats, length: Floats) -> Floats:
    """The slope before the rows were made unit vectors."""
    return np.asarray((slope - unit * (slope * unit).sum(axis=1, keepdims=True)) / length, np.float32)


def main() -> None:
    """Learn and write."""
    things, vectors = embedded(labels_of_things(), choose_embedder(cache_folder=Path(sys.argv[1])))
    learnt = learn(things, vectors)
    file = Path(sys.argv[2]) if len(sys.argv) > 2 else FILE
    np.savez_compressed(file, **{one.name: getattr(learnt, one.name).astype(np.float16) for one in fields(learnt)})
    print(f"{len(things)} things, {len(vectors)} labels, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main()
