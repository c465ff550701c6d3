"""How long reading takes: an order, a CV, and texts up to 100,000 characters, which must stay linear."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeVar

import numpy as np

from indexer.embedding.contract import Vectors
from indexer.intake.cv import Cv
from matcher.candidates.build import build_candidates
from matcher.candidates.build import read as read_held_cv
from matcher.candidates.codec import encode
from matcher.candidates.unfolded import unfolded
from matcher.evaluation.collection import bundled_orders
from matcher.orders.profile import text_fields
from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_order
from taxonomy.reading.findings import TextField
from tests.benchmarks.figures import Figure
from tests.benchmarks.setting import Setting
from tests.benchmarks.varied import varied_cvs
from tests.quality.labelled_files import labelled_readings

Read = TypeVar("Read")

ORDER_LIMIT = 12.0  # milliseconds of CPU, warm: of the 20 for an order read, linked and routed the model may take 8
FACTS_LIMIT = 150.0  # CVs a second on one core
LENGTHS = (1_000, 10_000, 100_000)  # characters
LINEAR = 20.0  # ten times the text may cost so many times the time; quadratic would be a hundred
CVS = 300


def measure(setting: Setting) -> Iterator[Figure]:
    """CPU time of one order and one CV, warm, and of texts of growing length made of the labelled ones."""
    del setting  # the same at every size
    catalog = load_catalog()
    labelled = labelled_readings("development")
    orders = [text_fields(order) for order in bundled_orders()]
    cvs = list(islice(varied_cvs(CVS, catalog), CVS))
    yield Figure("read an order", _each(lambda one: read_order(one, catalog), orders), "ms", ORDER_LIMIT)
    yield Figure("read a CV", _each(lambda one: read_held_cv(one, catalog), cvs), "ms")
    yield Figure("facts of CVs read, without the model", _facts_a_second(cvs, catalog), "CVs/s", FACTS_LIMIT, False)
    prose = " ".join(one.order.text for one in labelled)
    times = {length: _each(lambda one: read_order(one, catalog), [_long(prose, length)]) for length in LENGTHS}
    for length, taken in times.items():
        yield Figure(f"read {length:,} characters", taken, "ms")
    yield Figure("100,000 characters by 10,000", times[LENGTHS[2]] / times[LENGTHS[1]], "times", LINEAR)
    pasted = [_each(lambda one: unfolded(one, catalog), [_pasted(cvs[0], length)]) for length in LENGTHS[1:]]
    yield Figure("a CV pasted in one line, 100,000 characters by 10,000", pasted[1] / pasted[0], "times", LINEAR)


class OneVector:
    """Gives every text the same vector, at no cost."""

    name, dimensions = "one", 384

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:  # noqa: ARG002
        """One vector for every text."""
        return np.full((len(texts), self.dimensions), self.dimensions**-0.5, np.float32)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """One vector for every text."""
        return self.passages(texts)


def _facts_a_second(cvs: Sequence[Cv], catalog: Catalog) -> float:
    """CVs read into all that is kept of them, a second of CPU, the second time round."""
    for _ in range(2):
        began = time.process_time()
        for candidate in build_candidates(cvs, catalog, OneVector()):
            encode(candidate)
        taken = time.process_time() - began
    return len(cvs) / taken


def _long(prose: str, length: int) -> list[TextField]:
    return [TextField("text", (prose * (length // len(prose) + 1))[:length])]


def _pasted(cv: Cv, length: int) -> Cv:
    """A CV without listed jobs whose headings and jobs stand in one line."""
    jobs = "Kok. 2010 - 2012 Hotel Nord. "
    return replace(cv, text=f"SKILLS: SQL EXPERIENCE: {jobs * (length // len(jobs))} EDUCATION: HF", experience=())


def _each(read: Callable[[Read], object], many: Sequence[Read]) -> float:
    """Milliseconds of CPU for one, the second time round."""
    for one in many:
        read(one)
    began = time.process_time()
    for one in many:
        read(one)
    return 1000 * (time.process_time() - began) / len(many)
