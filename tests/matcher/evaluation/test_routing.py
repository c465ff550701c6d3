"""Routing against labels: shares, honesty of the probabilities, and what is left to people."""

from datetime import date

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake import read_job_order
from matcher.dispatch.evidence import EvidenceReader
from matcher.dispatch.router import Router
from matcher.dispatch.weighing import load_routing_weights
from matcher.evaluation.intervals import wilson
from matcher.evaluation.labels import LabelledOrder
from matcher.evaluation.routing import RoutedText, RoutingEvaluation, evaluate_routing
from taxonomy.catalog import Catalog


def labelled(trade: str | None, *also: str, title: str = "Kok", text: str = "x") -> LabelledOrder:
    fields = {"id": "T-1", "title": title, "text": text, "order_type": "ordinaer", "positions": 1, "postcode": "2100"}
    return LabelledOrder(read_job_order(fields), trade, also)


def routed(trade: str | None, chosen: str | None, confidence: float, *also: str, alone: bool = True) -> RoutedText:
    return RoutedText(labelled(trade, *also), chosen, confidence, alone)


FOUND = RoutingEvaluation(
    (
        routed("a", "a", 0.95),
        routed("a", "b", 0.95, "b"),
        routed("a", "b", 0.55),
        routed("b", "b", 0.95),
        routed("b", None, 0.0, alone=False),
        routed(None, "a", 0.65),
        routed(None, None, 0.0, alone=False),
    )
)


def test_a_defensible_trade_is_right_and_counted_as_the_label() -> None:
    assert (FOUND.right_of("a"), FOUND.right_of("b"), FOUND.right_of()) == ((2, 3), (1, 2), (3, 5))
    assert FOUND.strictly_right == 2
    assert FOUND.confusion == {("a", "a"): 2, ("a", "b"): 1, ("b", "b"): 1, ("b", None): 1}


def test_a_text_without_a_job_is_wrong_when_nobody_was_asked() -> None:
    assert (len(FOUND.alone), FOUND.wrong_alone) == (5, 2)


def test_the_curve_has_a_column_for_every_tenth_that_holds_texts() -> None:
    assert [(one.texts, one.confidence, one.right) for one in FOUND.curve()] == [
        (1, 0.0, 0.0),
        (1, pytest.approx(0.55), 0.0),
        (3, pytest.approx(0.95), 1.0),
    ]
    assert FOUND.calibration_error == pytest.approx((0.0 + 0.55 + 3 * 0.05) / 5)


def test_a_higher_border_leaves_fewer_to_the_machine() -> None:
    borders = {one.probability: (one.alone, one.wrong) for one in FOUND.borders()}
    assert (borders[0.5], borders[0.6], borders[0.7], borders[0.95]) == ((5, 2), (4, 1), (3, 0), (3, 0))


def test_no_texts_at_all_are_no_error() -> None:
    nothing = RoutingEvaluation(())
    assert (nothing.curve(), nothing.calibration_error, nothing.right_of()) == ([], 0.0, (0, 0))


@pytest.mark.parametrize(
    ("hits", "of", "interval"), [(0, 0, (0, 1)), (0, 100, (0, 0.037)), (2, 100, (0.0055, 0.070)), (50, 50, (0.929, 1))]
)
def test_the_interval_of_a_share_is_wide_for_few_texts(hits: int, of: int, interval: tuple[float, float]) -> None:
    assert wilson(hits, of) == pytest.approx(interval, abs=0.0006)


def test_orders_are_routed_as_the_product_does_it(catalog: Catalog, embedder: CachedEmbedder) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())
    texts = [labelled("sosu", title="SSH nat", text="hjemmepleje"), labelled(None, title="hej", text="ring til mig")]
    found = evaluate_routing(texts, router, date(2026, 11, 22))
    assert (found.texts[0].chosen, found.texts[0].alone) == ("sosu", True)
    assert not found.texts[1].alone
