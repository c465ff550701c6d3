"""Measures linking against labels: ours, the model alone and letters alone, in one run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder
from indexer.linking import Concept, ConceptIndex
from indexer.linking.labels import LabelLetters, LabelMeaning
from matcher.evaluation.labels import LabelledTitle

MODEL, LETTERS, OURS = "modellen alene", "bogstaver alene", "vores"
MEASURES = ("MRR", "S@1", "S@5", "S@10", "MAP")

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class MissedTitle:
    """A title whose first concept is not among the right ones; `place` is where the best right one stands."""

    title: LabelledTitle
    first: Concept
    place: int


@dataclass(frozen=True)
class LinkingEvaluation:
    """Scores of every run, shape (titles, concepts), and the rows of the right concepts of each title."""

    titles: tuple[LabelledTitle, ...]
    concepts: tuple[Concept, ...]
    scores: Mapping[str, Scores]
    right: tuple[tuple[int, ...], ...]
    unknown: int

    def measured(self, run: str, *, danish: bool) -> NDArray[np.float64] | None:
        """The MEASURES of a run over Danish titles or the others; None where there are none."""
        rows = [row for row, title in enumerate(self.titles) if (title.language == "da") is danish]
        return measured(self.scores[run][rows], [self.right[row] for row in rows]) if rows else None

    def missed(self) -> list[MissedTitle]:
        """The titles that ours puts a wrong concept first for, the worst last."""
        found = []
        for title, values, rows in zip(self.titles, self.scores[OURS], self.right, strict=True):
            places = _places(values)
            if (place := int(places[list(rows)].min())) > 1:
                found.append(MissedTitle(title, self.concepts[int(places.argmin())], place))
        return sorted(found, key=lambda one: (one.place, one.title.title))

    def confusion(self) -> Counter[tuple[str, str]]:
        """Of the titles missed, two digits of ISCO by the label and by our first concept; equal: a near miss."""
        return Counter((one.title.isco[0][:2] if one.title.isco else "", one.first.isco[:2]) for one in self.missed())


def evaluate_linking(
    titles: Sequence[LabelledTitle], concepts: Sequence[Concept], index: ConceptIndex, embedder: Embedder
) -> LinkingEvaluation:
    """All runs over the titles that have a right concept among `concepts`; the others are counted as unknown."""
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    right = [tuple(rows[uri] for uri in title.uris if uri in rows) for title in titles]
    kept = [at for at, found in enumerate(right) if found]
    texts = [titles[at].title for at in kept]
    return LinkingEvaluation(
        titles=tuple(titles[at] for at in kept),
        concepts=tuple(concepts),
        scores=_runs(texts, concepts, index, embedder),
        right=tuple(right[at] for at in kept),
        unknown=len(titles) - len(kept),
    )


def measured(scores: Scores, right: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """The MEASURES of scores, shape (titles, concepts), by the rows that are right for each title."""
    found = []
    for values, rows in zip(scores, right, strict=True):
        places = np.sort(_places(values)[list(rows)])
        precision = np.mean(np.arange(1, len(places) + 1) / places)
        found.append((1 / places[0], places[0] <= 1, places[0] <= 5, places[0] <= 10, precision))
    return np.asarray(np.mean(np.array(found, float), axis=0))


def _places(values: NDArray[np.float32]) -> NDArray[np.intp]:
    """The place of every concept, 1 for the highest value; ties by row."""
    places = np.empty(len(values), np.intp)
    places[np.argsort(-values, kind="stable")] = np.arange(1, len(values) + 1)
    return places


def _runs(
    texts: Sequence[str], concepts: Sequence[Concept], index: ConceptIndex, embedder: Embedder
) -> dict[str, Scores]:
    labels = [list(concept.danish or concept.english) for concept in concepts]
    meaning, letters = LabelMeaning(labels, embedder), LabelLetters(labels)
    ours = list(index.weighed([index.variants(text) for text in texts]))
    vectors = embedder.queries(texts)
    empty = np.zeros((0, len(concepts)), np.float32)
    return {
        MODEL: np.stack([meaning.near(vector) for vector in vectors]) if texts else empty,
        LETTERS: np.stack([letters.near(text) for text in texts]) if texts else empty,
        OURS: np.stack(ours) if texts else empty,
    }
