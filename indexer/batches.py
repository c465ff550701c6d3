"""Splits long lists into batches: what a database takes in one statement, or a model in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")

AT_ONCE = 1000  # values in one IN list; SQLite takes 32,766 since 2020 (3.32), PostgreSQL more


def batches(items: Sequence[Item], size: int = AT_ONCE) -> Iterator[Sequence[Item]]:
    """The items in order, at most `size` at a time."""
    return (items[start : start + size] for start in range(0, len(items), size))


def batches_by_length(
    items: Iterable[Item], length: Callable[[Item], int], most: int, longest: int
) -> Iterator[list[Item]]:
    """The items in order, in batches of at most `most` items and `longest` in all, unless one item alone is longer."""
    batch: list[Item] = []
    together = 0
    for item in items:
        if batch and (len(batch) == most or together + length(item) > longest):
            yield batch
            batch, together = [], 0
        batch.append(item)
        together += length(item)
    if batch:
        yield batch
