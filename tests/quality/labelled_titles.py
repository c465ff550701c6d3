"""The labelled titles (linking/README.md says who labelled how) and what is measured on them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

FOLDER = Path(__file__).parent / "linking"
_ROOT = Path(__file__).parents[2]
# The official files are no part of the project: they lie in the checkout or beside it.
ESCO = next((path for root in (_ROOT, _ROOT.parent) if (path := root / "shared" / "esco").is_dir()), _ROOT / "esco")
URI = "http://data.europa.eu/esco/occupation/"
MEASURES = ("MRR", "S@1", "S@5", "S@10", "MAP")


@dataclass(frozen=True, slots=True)
class LabelledTitle:
    """A title with the concepts it may mean."""

    title: str
    language: str
    isco: tuple[str, ...]
    uris: tuple[str, ...]


def labelled_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half, "development" or "reporting"."""
    lines = (FOLDER / f"titles_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [
        LabelledTitle(row["title"], row["language"], tuple(row["isco"]), tuple(URI + end for end in row["esco"]))
        for row in rows
    ]


def measured(scores: NDArray[np.float32], right: Sequence[Sequence[int]]) -> NDArray[np.float64]:
    """The MEASURES of scores, shape (titles, concepts), by the rows that are right for each title."""
    found = []
    for values, rows in zip(scores, right, strict=True):
        ranks = np.empty(len(values), np.intp)
        ranks[np.argsort(-values, kind="stable")] = np.arange(1, len(values) + 1)
        places = np.sort(ranks[list(rows)])
        precision = np.mean(np.arange(1, len(places) + 1) / places)
        found.append((1 / places[0], places[0] <= 1, places[0] <= 5, places[0] <= 10, precision))
    return np.asarray(np.mean(np.array(found, float), axis=0))
