"""Validates documents and queries before anything is done with them, the same for every engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import (
    AnyOf,
    Beginning,
    Between,
    CollectionSchema,
    NoneOf,
    SearchDocument,
    SearchQuery,
    UnknownFieldError,
)


def check_document(document: SearchDocument, schema: CollectionSchema) -> None:
    """Refuse unknown fields (UnknownFieldError), a vector of another length and impossible numbers (ValueError)."""
    _require(document.tokens, schema.token_fields, schema)
    _require(document.keywords, schema.keyword_fields, schema)
    _require(document.numbers, schema.number_fields, schema)
    _check_vector(document.vector, schema)
    for field, number in document.numbers.items():
        if not np.isfinite(number):
            raise ValueError(f"The number field {field!r} of {schema.name} got {number}; leave a missing number out.")
    if document.position is not None:
        latitude, longitude = document.position
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            raise ValueError("A position is latitude -90 to 90 and longitude -180 to 180, in degrees.")


def check_query(query: SearchQuery, schema: CollectionSchema) -> None:
    """Refuse fields that the collection does not have (UnknownFieldError) and impossible values (ValueError)."""
    value_fields = [field for field, _, _ in query.keywords] + list(query.facets)
    value_fields += [one.field for one in query.filters if isinstance(one, AnyOf | NoneOf)]
    number_fields = [one.field for one in query.filters if isinstance(one, Between)]
    _require(value_fields, schema.keyword_fields, schema)
    _require(number_fields + ([query.sort.field] if query.sort else []), schema.number_fields, schema)
    if query.offset < 0 or query.limit < 0 or query.depth < 1:
        raise ValueError("A query has an offset and a limit of at least 0 and a depth of at least 1.")
    for one in query.filters:
        if isinstance(one, Between) and not all(
            np.isfinite(bound) for bound in (one.low, one.high) if bound is not None
        ):
            raise ValueError(f"A bound of {one.field!r} is no finite number; leave out a bound that is not meant.")
    _check_vector(query.vector, schema)


def check_beginning(beginning: Beginning, schema: CollectionSchema) -> None:
    """Refuse what check_query refuses in a query."""
    check_query(SearchQuery(filters=beginning.filters, facets=(beginning.field,), limit=beginning.limit), schema)


def _require(fields: Iterable[str], known: Collection[str], schema: CollectionSchema) -> None:
    for field in fields:
        if field not in known:
            held = ", ".join(known) or "ingen"
            raise UnknownFieldError(f"Samlingen {schema.name!r} har intet felt {field!r} her; den har: {held}.")


def _check_vector(vector: NDArray[np.float32] | None, schema: CollectionSchema) -> None:
    if vector is None:
        return
    if vector.shape != (schema.dimensions,):
        raise ValueError(f"The vector has shape {vector.shape}; {schema.name} has {schema.dimensions} dimensions.")
    if not np.isfinite(vector).all():
        raise ValueError(f"A vector for {schema.name} holds something that is no number.")
