"""Which records are the bundled synthetic examples: every answer and page that shows one says so."""

from __future__ import annotations

from functools import cache

from matcher.evaluation.collection import bundled_cvs, bundled_orders


def is_synthetic_order(order_id: str) -> bool:
    """Whether the order is one of the bundled examples."""
    return order_id in _ids_of_orders()


def is_synthetic_cv(cv_id: str) -> bool:
    """Whether the CV is one of the bundled examples."""
    return cv_id in _ids_of_cvs()


@cache
def _ids_of_orders() -> frozenset[str]:
    return frozenset(order.id for order in bundled_orders())


@cache
def _ids_of_cvs() -> frozenset[str]:
    return frozenset(cv.id for cv in bundled_cvs())
