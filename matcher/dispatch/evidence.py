"""What speaks for each trade: occupations named, occupations meant, and single words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder
from indexer.intake.job_order import JobOrder
from matcher.dispatch.degrees import degree_asked
from matcher.dispatch.heading import job_part
from matcher.dispatch.helpers import HIGHER_EDUCATION, with_helpers
from matcher.dispatch.labels import label_vectors
from matcher.dispatch.learnt_letters import load_learnt_letters
from matcher.dispatch.learnt_meaning import load_learnt_meaning
from matcher.dispatch.learnt_wish import load_learnt_wish
from matcher.dispatch.learnt_words import load_learnt_words
from matcher.dispatch.roles import named_by_role
from matcher.dispatch.signs import signs_of
from matcher.dispatch.titles import NearTitles
from matcher.dispatch.words import TradeWords
from taxonomy.catalog import Catalog
from taxonomy.language import analyse
from taxonomy.reading.findings import OrderReading

EVIDENCE = (
    "named_in_title",
    "implied_in_title",
    "mentioned_in_text",
    "degree_asked",
    "meant_by_title",
    "meant_by_text",
    "words_of_title",
    "letters_of_title",
    "learnt_of_title",
    "learnt_of_text",
    "learnt_meaning_of_title",
    "learnt_meaning_of_text",
)

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class RouteEvidence:
    """Per trade (columns) each kind of evidence (rows, in the order of EVIDENCE); shape (12, trades)."""

    values: Floats
    nearest_occupation: str
    nearness: float
    wish: float  # how much the text is that of a job, above 0 for one


def job_of(order: JobOrder, reading: OrderReading, catalog: Catalog) -> str:
    """The words of the title that say the job."""
    return order.title[slice(*part_of_job(order, reading, catalog))].strip() or order.title


def part_of_job(order: JobOrder, reading: OrderReading, catalog: Catalog) -> tuple[int, int]:
    """From where to where in the title the job stands."""
    return job_part(order.title, [one for one in reading.occupations if one.quote.field == "title"], catalog)


class EvidenceReader:
    """Reads an order's evidence; embeds once the taxonomy's titles that no bundled table has."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self.catalog = catalog
        self.trades = tuple(catalog.trades)
        self.words = TradeWords(catalog)
        self.learnt = load_learnt_words(self.trades)
        self.letters = load_learnt_letters(self.trades)
        self.meaning = load_learnt_meaning(self.trades, embedder.name, embedder.dimensions)
        self._wish = load_learnt_wish(embedder.name, embedder.dimensions)
        self._embedder = embedder
        self._occupations = tuple(catalog.occupations.values())
        self._of_degrees = np.array([float(trade == HIGHER_EDUCATION) for trade in self.trades])
        # Converted once: products of mixed precision would convert the whole table for each order.
        self._vectors = label_vectors(catalog, embedder).astype(np.float64)
        self._titles = NearTitles(catalog, embedder)

    def read(self, order: JobOrder, reading: OrderReading) -> RouteEvidence:
        """The evidence of one order; embeds its title's job and its text unless they are cached."""
        part, job = part_of_job(order, reading, self.catalog), job_of(order, reading, self.catalog)
        embedded = self._embedder.queries([job, f"{order.title}. {order.text}"])
        vectors = embedded.astype(np.float64)
        # A product this small costs BLAS more in waking its threads, on a busy machine 16 ms, than in counting.
        near = np.einsum("ld,td->lt", self._vectors, vectors)
        best = int(np.argmax(near[:, 0]))
        mentions = with_helpers(order.title, reading.occupations, self.catalog)
        rows = (
            *named_by_role(mentions, part, self.catalog),
            degree_asked(reading.requirements) * self._of_degrees,
            *self._titles.lean(embedded),
            self.words.lean(analyse(job)),
            self.letters.lean(job),
            self.learnt.lean(signs_of(job)),
            self.learnt.lean(signs_of(order.text)),
            *self.meaning.lean(vectors),
        )
        nearest = self._occupations[best // 2].id
        return RouteEvidence(np.stack(rows), nearest, float(near.max()), self._wish.of(vectors[1]))

    def leaning(self, stem: str) -> Floats | None:
        """How a stem leans to each trade, as learnt or else as it is spread over the taxonomy; None where unknown."""
        return self.learnt.leanings.get(stem, self.words.hint(stem))
