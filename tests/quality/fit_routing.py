"""Fits the routing weights on the development half: `python -m tests.quality.fit_routing CACHE [--reporting]`.

Prints the weights for matcher/dispatch/data/routing.toml and what they give, cross-validated by folds; `--reporting`
opens the other half, which is for reporting only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from indexer.embedding.choose import choose_embedder
from matcher.dispatch.evidence import EVIDENCE, EvidenceReader
from matcher.dispatch.fitting import calibration_error, fit
from matcher.dispatch.weighing import Floats, softmax
from matcher.orders.profile import understand
from taxonomy.catalog import load_catalog
from tests.quality.labelled_orders import LabelledOrder, labelled_orders

FOLDS = 8


def gather(reader: EvidenceReader, texts: Sequence[LabelledOrder]) -> Floats:
    """The evidence of every text, shape (texts, kinds, trades)."""
    return np.stack([reader.read(text.order, understand(text.order, reader.catalog)).values for text in texts])


def report(name: str, chances: Floats, texts: Sequence[LabelledOrder], trades: Sequence[str]) -> None:
    """Accuracy, calibration, the share left to KVS at 2 % wrong, and the confusions."""
    chosen = [trades[column] for column in chances.argmax(axis=1)]
    right = np.array([text.right(trade) for text, trade in zip(texts, chosen, strict=True)])
    best = chances.max(axis=1)
    print(f"{name}: right {right.mean():.3f} of {len(texts)}, calibration error {calibration_error(best, right):.3f}")
    print(
        "  log likelihood",
        np.log(np.maximum(chances[np.arange(len(texts)), [trades.index(t.trade) for t in texts]], 1e-9)).mean(),
    )
    for border in (0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        sure = best >= border
        print(f"  from {border}: alone {sure.mean():.3f}, of these wrong {1 - right[sure].mean():.3f}")
    wrong = Counter((str(text.trade), trade) for text, trade, ok in zip(texts, chosen, right, strict=True) if not ok)
    print("  confusions (label, chosen):", dict(wrong))
    for text, trade, ok in zip(texts, chosen, right, strict=True):
        if not ok and "-v" in sys.argv:
            print("   ", text.order.id, text.order.title[:60], "|", text.trade, "->", trade)


def main() -> None:
    """Fit on the development half."""
    catalog = load_catalog()
    reader = EvidenceReader(catalog, choose_embedder(cache_folder=Path(sys.argv[1])))
    texts = [text for text in labelled_orders("development") if text.trade]
    evidence = gather(reader, texts)
    labels = [reader.trades.index(str(text.trade)) for text in texts]
    chances = np.zeros((len(texts), len(reader.trades)))
    for fold in range(FOLDS):
        held = np.arange(len(texts)) % FOLDS == fold
        weights = fit(evidence[~held], [label for label, out in zip(labels, held, strict=True) if not out])
        chances[held] = softmax(np.einsum("k,okt->ot", weights, evidence[held]))
    report("development, cross-validated", chances, texts, reader.trades)
    weights = fit(evidence, labels)
    for name, weight in zip(EVIDENCE, weights, strict=True):
        print(f"{name} = {weight:.3f}")
    if "--reporting" in sys.argv:
        kept = [text for text in labelled_orders("reporting") if text.trade]
        report("reporting", softmax(np.einsum("k,okt->ot", weights, gather(reader, kept))), kept, reader.trades)


if __name__ == "__main__":
    main()
