"""Fits the weights of linking skills: `python -m tests.quality.fit_skill_linking CACHE`.

Learns from the development phrases and spans of tests/quality/linking/skills; prints cross-validated figures, those of
the model alone beside them, and the weights for indexer/linking/data/skill_weights.toml.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from indexer.embedding.choose import choose_embedder
from indexer.linking import ConceptIndex, esco_concepts
from indexer.linking.skill_evidence import SKILL_EVIDENCE
from matcher.evaluation.linking import MEASURES, measured
from taxonomy.importers.esco import EscoKind, import_esco
from tests.quality.fit_linking import Examples, cross_validated, fit, gather, steepness_and_even
from tests.quality.labelled_files import FOLDER

SKILLS = FOLDER / "linking" / "skills"


def load_examples(cache: Path) -> Examples:
    """The evidence of all phrases that are learnt from."""
    embedder = choose_embedder(cache_folder=cache)
    concepts = esco_concepts(import_esco(SKILLS, EscoKind.SKILLS).concepts)
    rows = {concept.uri: row for row, concept in enumerate(concepts)}
    phrases, spans = _lines("phrases_development.jsonl"), _lines("spans_development.jsonl")
    index = ConceptIndex(concepts, embedder, skills=True)
    evidence = gather(index, embedder, [line["title"] for line in (*phrases, *spans)])
    right = [[rows[phrase["id"]]] for phrase in phrases] + [[rows[uri] for uri in span["skills"]] for span in spans]
    return Examples(evidence, right, ["da"] * len(phrases) + ["other"] * len(spans))


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (SKILLS / name).read_text(encoding="utf-8").splitlines()]


def report(name: str, examples: Examples, scores: np.ndarray) -> None:
    """One line of the measures for phrases and one for spans."""
    for kind, told in (("da", "phrases"), ("other", "spans")):
        chosen = examples.kinds == kind
        right = [rows for rows, keep in zip(examples.right, chosen, strict=True) if keep]
        values = zip(MEASURES, measured(scores[chosen], right), strict=True)
        print(f"{name:24} {told:8}", *(f"{label} {value:.3f}" for label, value in values))


def main() -> None:
    """Fit and print."""
    examples = load_examples(Path(sys.argv[1]))
    every = np.ones(len(SKILL_EVIDENCE), bool)
    report("Danish meaning alone", examples, examples.evidence[:, SKILL_EVIDENCE.index("meaning_danish")])
    scores = cross_validated(examples, every, SKILL_EVIDENCE)
    report("cross-validated", examples, scores)
    slope, even = steepness_and_even(examples, scores)
    print(f"steepness = {slope:.3f}\neven = {even:.3f}\n[weights]")
    chosen = np.ones(len(examples.kinds), bool)
    for name, weight in zip(SKILL_EVIDENCE, fit(examples, chosen, every, SKILL_EVIDENCE), strict=True):
        print(f"{name} = {weight:.2f}")


if __name__ == "__main__":
    main()
