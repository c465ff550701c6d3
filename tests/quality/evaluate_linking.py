"""Measures linking to ESCO on the labelled titles: `python -m tests.quality.evaluate_linking CACHE [--reporting]`.

Prints what the bundled model alone, letters alone and ours give, in one run. `--reporting` opens the reporting half.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from indexer.linking import ConceptIndex, esco_concepts
from indexer.linking.evidence import EVIDENCE
from indexer.linking.labels import LabelLetters, LabelMeaning
from indexer.linking.weighing import load_linking_weights
from indexer.linking.wordings import wordings
from taxonomy.importers.esco import read_esco
from tests.quality.labelled_titles import ESCO, MEASURES, labelled_titles, measured


def main() -> None:
    """Print the table."""
    half = "reporting" if "--reporting" in sys.argv else "development"
    embedder = choose_embedder(cache_folder=Path(sys.argv[1]))
    titles = labelled_titles(half)
    concepts = esco_concepts(read_esco(ESCO))
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    started = time.perf_counter()
    index = ConceptIndex(concepts, embedder)
    print(f"{half}: {len(titles)} titles, {len(concepts)} concepts, ready in {time.perf_counter() - started:.1f} s")
    index.link([title.title for title in titles])
    started = time.perf_counter()
    index.link([title.title for title in titles])
    print(f"warm, {1000 * (time.perf_counter() - started) / len(titles):.1f} ms a title")
    right = [[rows[uri] for uri in title.uris] for title in titles]
    print(f"{'':34}", *(f"{name:>6}" for name in MEASURES))
    danish = np.array([title.language == "da" for title in titles])
    for name, scores in _runs(index, embedder, [title.title for title in titles], [list(c.danish) for c in concepts]):
        for label, chosen in (("Danish", danish), ("other languages", ~danish)):
            kept = [rights for rights, keep in zip(right, chosen, strict=True) if keep]
            print(f"{name + ', ' + label:34}", *(f"{value:6.3f}" for value in measured(scores[chosen], kept)))


def _runs(
    index: ConceptIndex, embedder: Embedder, titles: list[str], labels: list[list[str]]
) -> Iterator[tuple[str, NDArray[np.float32]]]:
    meaning, letters = LabelMeaning(labels, embedder), LabelLetters(labels)
    vectors = embedder.queries(titles)
    yield "the model alone", np.stack([meaning.near(vector) for vector in vectors])
    yield "letters alone", np.stack([letters.near(title) for title in titles])
    worded = [wordings(title) for title in titles]
    gathered = [index.evidence(texts, list(embedder.queries(texts))) for texts in worded]
    weights = load_linking_weights()
    yield "ours", np.stack([weights.sums(evidence) for evidence in gathered])
    if "-v" in sys.argv:
        for row, name in enumerate(EVIDENCE):
            yield name, np.stack([evidence[row] for evidence in gathered])


if __name__ == "__main__":
    main()
