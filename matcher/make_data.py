"""Makes the bundled tables of ranking from the bundled collection: `python -m matcher.make_data [--rarity]`.

The rarity of terms is counted anew only where that is asked for: every score rests on it, and with the words of a newer
collection the fitted weights rank worse (TRIED.md).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.terms import BUCKETS, term_ids
from matcher.candidates.build import build_candidates, passage_texts
from matcher.candidates.codec import numbers_of
from matcher.dispatch.labels import save_label_vectors
from matcher.dispatch.titles import save_title_vectors
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.ranking import panel
from matcher.texts import terms
from taxonomy.catalog import Catalog, load_catalog

PANEL_SIZE = 160  # a mean within a twelfth of a standard deviation; more costs time at every order


def count_rarity(texts: Iterable[str]) -> NDArray[np.float16]:
    """Rarity of every bucket over the texts."""
    counts, total = np.zeros(BUCKETS, np.int64), 0
    for text in texts:
        counts[term_ids(text)] += 1
        total += 1
    return np.log((1 + total) / (1 + counts)).astype(np.float16)


def texts_of(orders: Sequence[JobOrder], cvs: Sequence[Cv], catalog: Catalog) -> Iterable[str]:
    """One text an order, a CV and an occupation."""
    return chain(
        (". ".join((order.title, order.text, *order.must_have, *order.nice_to_have)) for order in orders),
        (". ".join(text for _, text, _ in passage_texts(cv)) for cv in cvs),
        (", ".join((*found.titles, *found.skills, *found.tasks)) for found in catalog.occupations.values()),
    )


def make_tables(embedder: Embedder, catalog: Catalog, *, rarity: bool = False) -> None:
    """Write the vectors of the taxonomy's labels and titles, rarity.npz if asked for, and the panel built with it."""
    save_label_vectors(catalog, embedder)
    save_title_vectors(catalog, embedder)
    cvs = bundled_cvs()
    if rarity:
        np.savez_compressed(terms.FILE, rarity=count_rarity(texts_of(bundled_orders(), cvs, catalog)))
        terms.rarity.cache_clear()
    _save_panel(panel.FILE, panel.choose_panel(cvs, PANEL_SIZE), embedder, catalog)
    _save_panel(panel.ABROAD, panel.cvs_abroad(), embedder, catalog)


def _save_panel(file: Path, cvs: Sequence[Cv], embedder: Embedder, catalog: Catalog) -> None:
    people = build_candidates(cvs, catalog, embedder)
    packed = [numbers_of(candidate) for candidate in people]
    np.savez_compressed(
        file,
        model=np.array(embedder.name),
        ids=np.array([candidate.id for candidate in people]),
        ends=np.cumsum([len(one) for one in packed]),
        numbers=np.frombuffer(b"".join(packed), np.uint8),
    )


if __name__ == "__main__":
    make_tables(choose_embedder(), load_catalog(), rarity="--rarity" in sys.argv[1:])
