"""A small collection and the documents that the contract is tried on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import Beginning, CollectionSchema, SearchDocument, SearchEngine, SearchQuery

DIMENSIONS = 16
SCHEMA = CollectionSchema(
    name="cvs",
    token_fields={"title": 3.0, "text": 1.0},
    keyword_fields=("trade", "occupation"),
    number_fields=("hours", "start"),
    dimensions=DIMENSIONS,
)

NORDHAVN, VALBY, AARHUS = (55.7140, 12.6000), (55.6613, 12.5169), (56.1567, 10.2108)


def vector(seed: int) -> NDArray[np.float32]:
    """A unit vector, always the same for a seed."""
    drawn = np.random.default_rng(seed).standard_normal(DIMENSIONS).astype(np.float32)
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)


def document(
    document_id: str,
    sequence: int = 1,
    *,
    title: str = "",
    text: str = "",
    trade: str | tuple[str, ...] = (),
    occupation: str | tuple[str, ...] = (),
    hours: float | None = None,
    start: float | None = None,
    position: tuple[float, float] | None = None,
    vector: NDArray[np.float32] | None = None,
) -> SearchDocument:
    """A document told in short."""
    numbers = {"hours": hours, "start": start}
    return SearchDocument(
        id=document_id,
        sequence=sequence,
        tokens={"title": tuple(title.split()), "text": tuple(text.split())},
        keywords={"trade": _several(trade), "occupation": _several(occupation)},
        numbers={field: number for field, number in numbers.items() if number is not None},
        position=position,
        vector=vector,
    )


def found(engine: SearchEngine, query: SearchQuery) -> list[str]:
    """Ids of the page, best first."""
    return [hit.id for hit in engine.search(query).hits]


def told(engine: SearchEngine, beginning: Beginning) -> list[tuple[str, int]]:
    """What is suggested, with counts."""
    return [(one.value, one.count) for one in engine.suggest(beginning)]


def words(text: str) -> tuple[tuple[str, float], ...]:
    """Words of equal weight."""
    return tuple((word, 1.0) for word in text.split())


def _several(values: str | tuple[str, ...]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else values
