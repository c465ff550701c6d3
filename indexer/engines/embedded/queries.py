"""What a query must keep to before it is answered."""

from __future__ import annotations

import numpy as np

from indexer.engines.contract import AnyOf, Between, NoneOf, SearchQuery
from indexer.engines.embedded.layout import Layout


def check_query(query: SearchQuery, layout: Layout) -> None:
    """Refuse fields that the collection does not have (UnknownFieldError) and impossible values (ValueError)."""
    schema = layout.schema
    value_fields = [field for field, _, _ in query.keywords] + list(query.facets)
    value_fields += [one.field for one in query.filters if isinstance(one, AnyOf | NoneOf)]
    number_fields = [one.field for one in query.filters if isinstance(one, Between)]
    layout.require(value_fields, schema.keyword_fields)
    layout.require(number_fields + ([query.sort.field] if query.sort else []), schema.number_fields)
    if query.offset < 0 or query.limit < 0 or query.depth < 1:
        raise ValueError("A query has an offset and a limit of at least 0 and a depth of at least 1.")
    for one in query.filters:
        if isinstance(one, Between) and not all(
            np.isfinite(bound) for bound in (one.low, one.high) if bound is not None
        ):
            raise ValueError(f"A bound of {one.field!r} is no finite number; leave out a bound that is not meant.")
    if query.vector is not None and query.vector.shape != (schema.dimensions,):
        raise ValueError(
            f"The vector has shape {query.vector.shape}; {schema.name} has {schema.dimensions} dimensions."
        )
    if query.vector is not None and not np.isfinite(query.vector).all():
        raise ValueError("The vector holds something that is no number.")
