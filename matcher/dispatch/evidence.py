"""What speaks for each trade: occupations named, occupations meant, and single words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder
from indexer.intake.job_order import JobOrder
from matcher.dispatch.labels import label_vectors
from matcher.dispatch.words import TradeWords
from taxonomy.catalog import Catalog
from taxonomy.language import analyse
from taxonomy.reading.findings import OccupationMention, OrderReading

SHARPNESS = 40.0  # cosines of titles in e5 lie within a tenth; this spreads them over the trades
NEAREST = 12  # occupations beyond the nearest dozen say nothing about the trade
EVIDENCE = ("named_in_title", "named_in_text", "meant_by_title", "meant_by_text", "words_of_title", "words_of_text")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Per trade (columns) each kind of evidence (rows, in the order of EVIDENCE); shape (6, trades)."""

    values: Floats
    nearest_occupation: str
    nearness: float


class EvidenceReader:
    """Reads an order's evidence; embeds the taxonomy's labels once."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self.catalog = catalog
        self.trades = tuple(catalog.trades)
        self.words = TradeWords(catalog)
        self._embedder = embedder
        self._occupations = tuple(catalog.occupations.values())
        # Converted once: products of mixed precision would convert the whole table for each order.
        self._vectors = label_vectors(catalog, embedder).astype(np.float64)
        self._trade_of_label = np.repeat([self.trades.index(found.trade) for found in self._occupations], 2)

    def read(self, order: JobOrder, reading: OrderReading) -> Evidence:
        """The evidence of one order; embeds its title and text unless they are cached."""
        vectors = self._embedder.queries([order.title, f"{order.title}. {order.text}"]).astype(np.float64)
        # A product this small costs BLAS more in waking its threads, on a busy machine 16 ms, than in counting.
        near = np.einsum("ld,td->lt", self._vectors, vectors)
        best = int(np.argmax(near[:, 0]))
        in_title = [found for found in reading.occupations if found.quote.field == "title"]
        elsewhere = [found for found in reading.occupations if found.quote.field != "title"]
        rows = (
            self._named(in_title),
            self._named(elsewhere),
            self._meant(near[:, 0]),
            self._meant(near[:, 1]),
            self.words.lean(analyse(order.title)),
            self.words.lean(analyse(order.text)),
        )
        return Evidence(np.stack(rows), self._occupations[best // 2].id, float(near[best, 0]))

    def _named(self, mentions: Iterable[OccupationMention]) -> Floats:
        named = np.zeros(len(self.trades))
        for mention in mentions:
            trade = self.trades.index(self.catalog.occupations[mention.occupation].trade)
            named[trade] = max(named[trade], mention.score)
        return named

    def _meant(self, near: Floats) -> Floats:
        nearest = np.argsort(-near, kind="stable")[:NEAREST]
        shares = np.exp(SHARPNESS * (near[nearest] - near[nearest[0]]))
        counted = np.bincount(self._trade_of_label[nearest], shares / shares.sum(), len(self.trades))
        return counted.astype(np.float64)
