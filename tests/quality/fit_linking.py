"""Fits the linking weights: `python -m tests.quality.fit_linking CACHE [LEFT_OUT,…]`.

Learns from the development titles, those of registers and job boards in six languages among them, from ESCO's own
labels, Danish and English, sought in an ESCO without them, and from the Danish labels of the ISCO unit groups, sought
where no group has a name: those stand for official titles of work that our own taxonomy does not know.
Prints cross-validated figures, those of the nearest Danish label alone beside them, and the weights.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from indexer.linking import Concept, ConceptIndex, esco_concepts
from indexer.linking.evidence import EVIDENCE
from matcher.evaluation.labels import LabelledTitle
from matcher.evaluation.linking import MEASURES, measured
from taxonomy.importers.esco import import_esco
from tests.quality.labelled_files import (
    ESCO,
    bracketed_titles,
    classification_titles,
    foreign_titles,
    labelled_titles,
    national_titles,
    official_titles,
    register_titles,
)

HELD_OUT = {"danish": 500, "english": 300}  # labels: a few hundred leave each concept nearly all of its names
CANDIDATES = 100  # concepts a title: the others are told apart without learning
FOLDS, STEPS, RIDGE = 4, 130, 2e-3
# Foreign titles name the same jobs five times; labels are cleaner than what people write.
IMPORTANCE = {
    "da": 1.0,
    "other": 1.5,
    "official": 1.5,
    "register": 1.5,
    "classification": 1.5,
    "bracketed": 1.5,
    "national": 1.5,
    "foreign": 0.5,
    "label": 0.5,
    "english label": 0.2,
    "group": 0.4,
}

# Labels that are sought without themselves cannot teach this, and the titles were labelled without a look at the
# Danish labels; but a register's title that is a label letter for letter means that concept.
# Where the concepts are our own occupations (never in ESCO), the reader's answer counts most: judgement.
GIVEN = {"same": 4.0, "read_itself": 6.0, "spelt_itself": 4.0, "meant_itself": 1.0}

Floats = NDArray[np.float64]


def held_out_labels(
    concepts: Sequence[Concept], language: Literal["danish", "english"]
) -> tuple[list[Concept], list[tuple[str, int]]]:
    """The concepts without some of their other labels of a language, and these with the row they belong to."""
    labels = [getattr(concept, language) for concept in concepts]
    owners: dict[str, list[int]] = {}
    for row, of_concept in enumerate(labels):
        for label in of_concept:
            owners.setdefault(label, []).append(row)
    lone = [
        (label, rows[0])
        for label, rows in owners.items()
        if len(rows) == 1 and label != labels[rows[0]][0] and len(label.split()) <= 4
    ]
    chosen = np.random.default_rng(7).permutation(len(lone))[: HELD_OUT[language]]
    taken = [lone[row] for row in sorted(chosen)]
    gone = {label for label, _ in taken}
    left = [
        _named(concept, language, tuple(label for label in of_concept if label not in gone))
        for concept, of_concept in zip(concepts, labels, strict=True)
    ]
    return left, taken


def _named(concept: Concept, language: Literal["danish", "english"], labels: tuple[str, ...]) -> Concept:
    return replace(concept, danish=labels) if language == "danish" else replace(concept, english=labels)


def unit_groups(concepts: Sequence[Concept]) -> list[tuple[str, list[int]]]:
    """The Danish label of each ISCO unit group with the rows of its concepts."""
    with (ESCO / "ISCOGroups_da.csv").open(encoding="utf-8-sig", newline="") as file:
        labels = [(row["preferredLabel"], row["code"]) for row in csv.DictReader(file) if len(row["code"]) == 4]
    found = [(label, [row for row, one in enumerate(concepts) if one.isco == code]) for label, code in labels]
    return [(label, rows) for label, rows in found if rows]


def gather(index: ConceptIndex, embedder: Embedder, titles: Sequence[str]) -> NDArray[np.float32]:
    """The evidence of every title. Shape (titles, len(EVIDENCE), concepts)."""
    variants = [index.variants(title) for title in titles]
    return np.stack([index.evidence(texts, list(embedder.queries(texts))) for texts in variants])


class Examples:
    """Evidence of the nearest and the right concepts of each title, padded to one length."""

    def __init__(self, evidence: NDArray[np.float32], right: Sequence[Sequence[int]], kinds: Sequence[str]) -> None:
        self.evidence, self.right, self.kinds = evidence, right, np.array(kinds)
        self.importance = np.array([IMPORTANCE[kind] for kind in kinds])
        near = np.argsort(-evidence.sum(axis=1), axis=1)[:, :CANDIDATES]
        rows = [np.union1d(found, list(rights)).astype(np.intp) for found, rights in zip(near, right, strict=True)]
        self.x = np.zeros((len(rows), max(map(len, rows)), evidence.shape[1]))
        self.there, self.is_right = np.zeros(self.x.shape[:2], bool), np.zeros(self.x.shape[:2])
        for title, (found, rights) in enumerate(zip(rows, right, strict=True)):
            self.x[title, : len(found)] = evidence[title][:, found].T
            self.there[title, : len(found)] = True
            self.is_right[title, : len(found)] = np.isin(found, list(rights))


def fit(
    examples: Examples, chosen: NDArray[np.bool_], used: NDArray[np.bool_], kinds: Sequence[str] = EVIDENCE
) -> Floats:
    """Weights from 0 up that put the right concepts first: softmax over concepts, by gradient (Adam)."""
    given = np.array([GIVEN.get(name, 0.0) for name in kinds])
    used = used & (given == 0)
    x, there, right = examples.x[chosen], examples.there[chosen], examples.is_right[chosen]
    importance = examples.importance[chosen] / examples.importance[chosen].sum()
    weights = np.where(used, 0.5, given)
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        sums = np.where(there, x @ weights, -np.inf)
        shares = np.exp(sums - sums.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        hit = shares * right
        # Half asks for any right concept first, half for all of them.
        wanted = 0.5 * hit / hit.sum(axis=1, keepdims=True) + 0.5 * right / right.sum(axis=1, keepdims=True)
        slope = -np.einsum("t,tc,tck->k", importance, wanted - shares, x) + RIDGE * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        stride = 0.3 * 0.98 ** (step / 6) * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        weights = np.where(used, np.maximum(weights - stride, 0), given)
    return weights


def cross_validated(
    examples: Examples, used: NDArray[np.bool_], kinds: Sequence[str] = EVIDENCE
) -> NDArray[np.float32]:
    """Scores of every title by weights that never saw it. Shape (titles, concepts)."""
    fold = np.arange(len(examples.kinds)) % FOLDS
    scores = np.zeros((len(fold), examples.evidence.shape[2]), np.float32)
    for held in range(FOLDS):
        weights = fit(examples, fold != held, used, kinds)
        scores[fold == held] = np.einsum("k,tkc->tc", weights, examples.evidence[fold == held])
    return scores


def steepness_and_even(examples: Examples, scores: NDArray[np.float32]) -> tuple[float, float]:
    """The logistic curve from a concept's sum to how often it is right, over the ten best of each Danish title."""
    pairs = [
        (values[row], row in set(rights))
        for values, rights, kind in zip(scores, examples.right, examples.kinds, strict=True)
        for row in np.argsort(-values)[:10]
        if kind in {"da", "other", "official", "register", "classification", "bracketed", "national", "foreign"}
    ]
    sums, right = np.array([value for value, _ in pairs], float), np.array([hit for _, hit in pairs], float)
    middle, slope, even = sums.mean(), 1.0, 0.0
    for _ in range(3000):
        off = 1 / (1 + np.exp(even - slope * (sums - middle))) - right
        slope, even = slope - 0.1 * float((off * (sums - middle)).mean()), even + 0.1 * float(off.mean())
    return slope, even + slope * middle


def report(name: str, examples: Examples, scores: NDArray[np.float32]) -> None:
    """One line a kind of title."""
    for kind in IMPORTANCE:
        chosen = examples.kinds == kind
        right = [rows for rows, keep in zip(examples.right, chosen, strict=True) if keep]
        values = " ".join(
            f"{label} {value:.3f}" for label, value in zip(MEASURES, measured(scores[chosen], right), strict=True)
        )
        print(f"{name:24} {kind:6} {values}", flush=True)


def load_examples(cache: Path) -> Examples:
    """The evidence of all titles that are learnt from."""
    embedder = choose_embedder(cache_folder=cache)
    concepts = esco_concepts(import_esco(ESCO).concepts)
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    labelled = labelled_by_kind("development")
    groups, without_names = unit_groups(concepts), [replace(concept, group_names=()) for concept in concepts]
    left, taken = held_out_labels(concepts, "danish")
    english_left, english_taken = held_out_labels(concepts, "english")
    sought = [
        (concepts, [title.title for title, _ in labelled]),
        (without_names, [label for label, _ in groups]),
        (left, [label for label, _ in taken]),
        (english_left, [label for label, _ in english_taken]),
    ]
    evidence = [gather(ConceptIndex(among, embedder), embedder, texts) for among, texts in sought]
    right = [[rows[uri] for uri in title.uris] for title, _ in labelled] + [found for _, found in groups]
    right += [[row] for _, row in (*taken, *english_taken)]
    kinds = [*(kind for _, kind in labelled), *["group"] * len(groups), *["label"] * len(taken)]
    return Examples(np.concatenate(evidence), right, kinds + ["english label"] * len(english_taken))


def labelled_by_kind(half: str) -> list[tuple[LabelledTitle, str]]:
    """Every labelled title of a half, with the kind whose importance it has."""
    national = [*national_titles(half), *foreign_titles(half)]
    return [
        *((title, "da" if title.language == "da" else "other") for title in labelled_titles(half)),
        *((title, "official") for title in official_titles(half)),
        *((title, "register") for title in register_titles(half)),
        *((title, "classification") for title in classification_titles(half)),
        *((title, "bracketed") for title in bracketed_titles(half)),
        *((title, "national" if title.language == "da" else "foreign") for title in national),
    ]


def main() -> None:
    """Fit and print."""
    examples = load_examples(Path(sys.argv[1]))
    left_out = set(sys.argv[2].split(",")) if len(sys.argv) > 2 else set()
    used = np.array([name not in left_out for name in EVIDENCE])
    report("nearest Danish label", examples, examples.evidence[:, EVIDENCE.index("taught_danish")])
    scores = cross_validated(examples, used)
    report("cross-validated", examples, scores)
    slope, even = steepness_and_even(examples, scores)
    print(f"steepness = {slope:.3f}\neven = {even:.3f}\n[weights]")
    for name, weight in zip(EVIDENCE, fit(examples, np.ones(len(examples.kinds), bool), used), strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
