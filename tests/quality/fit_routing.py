"""Fits the routing weights on the development half: `python -m tests.quality.fit_routing CACHE`.

Prints the weights for matcher/dispatch/data/routing.toml and what they give, cross-validated by folds. What the product
gives with the weights it has, on either half: `jobformidling evaluate routing`.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from indexer.embedding.choose import choose_embedder
from matcher.dispatch.evidence import EVIDENCE, EvidenceReader
from matcher.dispatch.fitting import fit
from matcher.dispatch.weighing import Floats, load_routing_weights, softmax
from matcher.evaluation.labels import LabelledOrder, read_labelled_order
from matcher.evaluation.routing import RoutedText, RoutingEvaluation
from matcher.orders.profile import understand
from taxonomy.catalog import load_catalog
from tests.quality.labelled_files import FOLDER, labelled_orders, read_labelled

FOLDS = 8


def development_texts() -> list[LabelledOrder]:
    """Every development text that names a job; the later files of demands are labelled with the trade too."""
    later = sorted((FOLDER / "reading").glob("requirements_development_*.jsonl"))
    texts = [
        *labelled_orders("development"),
        *(one for path in later for one in read_labelled(path, read_labelled_order)),
    ]
    return [text for text in texts if text.trade]


def gather(reader: EvidenceReader, texts: Sequence[LabelledOrder]) -> Floats:
    """The evidence of every text, shape (texts, kinds, trades)."""
    return np.stack([reader.read(text.order, understand(text.order, reader.catalog)).values for text in texts])


def cross_validated(evidence: Floats, labels: Sequence[Collection[int]]) -> Floats:
    """The probabilities of each text by weights that were fitted without it. Shape (texts, trades)."""
    chances = np.zeros((len(labels), evidence.shape[2]))
    for fold in range(FOLDS):
        held = np.arange(len(labels)) % FOLDS == fold
        weights = fit(evidence[~held], [label for label, out in zip(labels, held, strict=True) if not out])
        chances[held] = softmax(np.einsum("k,okt->ot", weights, evidence[held]))
    return chances


def report(chances: Floats, texts: Sequence[LabelledOrder], trades: Sequence[str]) -> None:
    """Accuracy, calibration, what each border leaves to KVS, the confusions and the mistakes."""
    border = load_routing_weights().decide_from
    routed = [
        RoutedText(text, trades[int(row.argmax())], float(row.max()), bool(row.max() >= border))
        for text, row in zip(texts, chances, strict=True)
    ]
    found = RoutingEvaluation(tuple(routed))
    right, of = found.right_of()
    print(f"cross-validated: right {right / of:.3f} of {of}, calibration error {found.calibration_error:.3f}")
    for one in found.borders():
        print(
            f"  from {one.probability}: alone {one.alone / of:.3f}, of these wrong {one.wrong / max(one.alone, 1):.3f}"
        )
    print(
        "  confusions (label, chosen):", {pair: times for pair, times in found.confusion.items() if len(set(pair)) > 1}
    )
    if "-v" in sys.argv:
        for text in routed:
            if not text.right:
                print(
                    "   ", text.labelled.id, text.labelled.order.title[:60], "|", text.labelled.trade, "->", text.chosen
                )


def main() -> None:
    """Fit on the development half."""
    reader = EvidenceReader(load_catalog(), choose_embedder(cache_folder=Path(sys.argv[1])))
    texts = development_texts()
    evidence = gather(reader, texts)
    labels = [{reader.trades.index(trade) for trade in (str(text.trade), *text.also)} for text in texts]
    report(cross_validated(evidence, labels), texts, reader.trades)
    for name, weight in zip(EVIDENCE, fit(evidence, labels), strict=True):
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
