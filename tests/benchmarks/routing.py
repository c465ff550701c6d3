"""Routing against labels: a figure from the invented orders, and from real advertisements only a list to look at.

The advertisements came on the condition that no accuracy is reported from them (tests/quality/routing/README.md).
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from indexer.embedding.choose import choose_embedder
from indexer.intake import read_job_order
from indexer.intake.job_order import JobOrder
from matcher.dispatch.evidence import EvidenceReader
from matcher.dispatch.router import Router
from matcher.dispatch.weighing import load_routing_weights
from matcher.evaluation.labels import LabelledOrder
from matcher.orders.profile import understand
from taxonomy.catalog import load_catalog
from tests.benchmarks.figures import RESULTS, Figure
from tests.benchmarks.setting import Setting
from tests.quality.labelled_files import FOLDER, labelled_orders

MOST = 20.0  # milliseconds, the texts' vectors known
NOTE = "tryout, invented labels by one reader"
DAY = date(2026, 11, 23)  # departments are those in force on it
COMMON_CONFUSIONS = 6


def measure(setting: Setting) -> Iterator[Figure]:
    """The share routed rightly, strictly and with defensible trades, the confusions, and the time an order takes."""
    catalog = load_catalog()
    router = Router(EvidenceReader(catalog, choose_embedder("e5", RESULTS / "vectors")), load_routing_weights())
    for half in ("development", "reporting") if setting.reporting else ("development",):
        labelled = labelled_orders(half)
        trades = [_trade(router, found.order) for found in labelled]  # also warms
        began = time.perf_counter()
        for found in labelled:
            _trade(router, found.order)
        taken = time.perf_counter() - began
        yield from _shares(half, labelled, trades)
        yield Figure(f"read and route an order, {half} half, warm", 1000 * taken / len(labelled), "ms", MOST)
    if setting.ads:
        _show_mistakes(router, setting.ads)


def _shares(half: str, labelled: Sequence[LabelledOrder], trades: Sequence[str | None]) -> Iterator[Figure]:
    pairs = list(zip(labelled, trades, strict=True))
    strict = sum(trade == found.trade for found, trade in pairs) / len(pairs)
    lenient = sum(found.right(trade) for found, trade in pairs) / len(pairs)
    wrong = Counter(f"{found.trade} to {trade}" for found, trade in pairs if not found.right(trade))
    confusions = ", ".join(f"{pair} {times}" for pair, times in wrong.most_common(COMMON_CONFUSIONS))
    yield Figure(f"routed to the labelled trade, {half} half", 100 * strict, "%", note=NOTE)
    yield Figure(f"routed to a defensible trade, {half} half", 100 * lenient, "%", note=f"{NOTE}; wrong: {confusions}")


def _trade(router: Router, order: JobOrder) -> str | None:
    return router.route(order, understand(order, router.reader.catalog), DAY).trade


def _show_mistakes(router: Router, ads: Path) -> None:
    labels = {label["id"]: label for label in _lines(FOLDER / "routing" / "real_ads_labels.jsonl")}
    for ad in _lines(ads):
        label = labels.get(str(ad["id"]))
        fields = {"id": ad["id"], "title": ad["title"], "text": ad["text"], **UNSAID}
        trade = _trade(router, read_job_order(fields))
        if label and trade != label["trade"] and trade not in label["also"]:
            click.echo(f"routing: {ad['id']} is labelled {label['trade']} and routed to {trade} (to look at; {NOTE})")


def _lines(path: Path) -> Iterator[dict[str, list[str] | str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


UNSAID = {"order_type": "ordinaer", "positions": 1, "postcode": "1550"}  # what an order must have and an ad has not
