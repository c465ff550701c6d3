"""All titles of the taxonomy in the model's space, so that a heading that no list has lies where its neighbours lie.

The space is folded to the few directions in which titles differ most: a quarter of the size, and as good. The table is
bundled for the default model; titles that it lacks are embedded when they are first needed, and those that are gone
from the taxonomy are not looked at, so that an edited taxonomy does not wait for a new table.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder, Vectors
from matcher.dispatch.labels import labels_of
from matcher.dispatch.learnt_meaning import space
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation

FILE = Path(__file__).parent / "data" / "titles.npz"
DIMENSIONS = 96  # 64 to 384 gave much the same; fewer are faster
STEP = 0.005  # of a signed byte: from -0.635 to 0.635, more than any direction has of a title
NEAREST, SHARPNESS = 30, 15.0  # titles further away say nothing; how much nearer counts more

Floats = NDArray[np.float64]
Steps = NDArray[np.int8]


@dataclass(frozen=True, slots=True, eq=False)
class TitleSpace:
    """The middle of the titles and the directions they differ in, shape (dimensions of the model, DIMENSIONS)."""

    middle: Vectors
    directions: Vectors

    def fold(self, vectors: Vectors) -> Vectors:
        """The vectors seen from the middle, of length 1."""
        seen = np.einsum("vd,dk->vk", vectors - self.middle, self.directions)
        return np.asarray(seen / np.maximum(np.linalg.norm(seen, axis=1, keepdims=True), 1e-9), np.float32)


class NearTitles:
    """Tells to which trades the nearest titles of the taxonomy belong."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        trades = list(catalog.trades)
        self._space, known = _bundled(catalog, embedder)
        titles = {title: trades.index(one.trade) for one in catalog.occupations.values() for title in titles_of(one)}
        if not known:  # of another model: thousands of titles would keep whoever routes first waiting
            titles = {title: trades.index(trade) for title, trade in _labels(catalog).items()}
        if new := [title for title in titles if title not in known]:
            known = {**known, **dict(zip(new, _stepped(self._space.fold(embedder.queries(new))), strict=True))}
        self._titles = np.stack([known[title] for title in titles]).astype(np.float32) * np.float32(STEP)
        self._trade, self._trades = np.array(list(titles.values())), len(trades)

    def lean(self, vectors: Vectors) -> Floats:
        """The share of each trade in the titles nearest to each vector. Shape (vectors, trades), each row's sum 1."""
        folded = self._space.fold(vectors)
        return np.stack([self._shares(np.einsum("tk,k->t", self._titles, one)) for one in folded])

    def _shares(self, near: Vectors) -> Floats:
        nearest = np.argpartition(near, -min(NEAREST, len(near)))[-NEAREST:]
        shares = np.exp(SHARPNESS * (near[nearest].astype(np.float64) - float(near[nearest].max())))
        return np.asarray(np.bincount(self._trade[nearest], shares / shares.sum(), self._trades))


def titles_of(occupation: Occupation) -> tuple[str, ...]:
    """Every title in Danish and English, each once."""
    names = (occupation.label, *occupation.titles, occupation.english, *occupation.english_titles)
    return tuple(dict.fromkeys(names))


def save_title_vectors(catalog: Catalog, embedder: Embedder) -> None:
    """Write the file that is bundled."""
    titles = list(dict.fromkeys(title for one in catalog.occupations.values() for title in titles_of(one)))
    vectors = embedder.queries(titles)
    folding = _folding(vectors)
    np.savez_compressed(
        FILE,
        space=np.array(space(embedder.name)),
        titles=np.array("\n".join(titles)),
        steps=_stepped(folding.fold(vectors)),
        middle=folding.middle,
        directions=folding.directions,
    )


def _folding(vectors: Vectors) -> TitleSpace:
    middle = np.asarray(vectors.mean(axis=0), np.float32)
    _, directions = np.linalg.eigh(np.cov((vectors - middle).T.astype(np.float64)))
    return TitleSpace(middle, np.asarray(directions[:, ::-1][:, :DIMENSIONS], np.float32))


def _bundled(catalog: Catalog, embedder: Embedder) -> tuple[TitleSpace, dict[str, Steps]]:
    with np.load(FILE) as table:
        if str(table["space"]) == space(embedder.name):
            known = dict(zip(str(table["titles"]).split("\n"), table["steps"], strict=True))
            return TitleSpace(table["middle"], table["directions"]), known
    return _folding(embedder.queries(labels_of(catalog))), {}


def _labels(catalog: Catalog) -> dict[str, str]:
    return {label: one.trade for one in catalog.occupations.values() for label in (one.label, one.english)}


def _stepped(vectors: Vectors) -> Steps:
    return np.asarray(np.round(np.clip(vectors / STEP, -127, 127)), np.int8)
