"""Words and filters as clauses of the lexical index; they must pass exactly what masks.py passes."""

from __future__ import annotations

from collections.abc import Sequence

from tantivy import FieldType, Occur, Query, Schema

from indexer.engines.contract import Between, Filter, NoneOf
from indexer.engines.embedded.asked import Asked
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.embedded.layout import Layout
from indexer.engines.embedded.lexical_index import WORDS, number_field, slots_query, value_field
from indexer.engines.embedded.masks import codes_asked
from indexer.engines.tokens import indexed_word

Clause = tuple[Occur, Query]


def matching_query(asked: Asked, filters: Sequence[Clause], schema: Schema) -> Query:
    """Documents with any of the words or keywords that pass the filters, scored by BM25 plus the keywords' weights."""
    words = [
        (Occur.Should, Query.boost_query(Query.term_query(schema, WORDS, indexed_word(name), "freq"), weight))
        for name, weight in asked.sought
    ]
    keywords = [
        (Occur.Should, Query.const_score_query(Query.term_query(schema, value_field(field), code), weight))
        for (field, code), weight in asked.keywords.items()
    ]
    return Query.boolean_query([(Occur.Must, Query.boolean_query(words + keywords)), *filters])


def filter_clauses(
    filters: Sequence[Filter], columns: ColumnsView, layout: Layout, schema: Schema, outdated: Sequence[int]
) -> list[Clause]:
    """The filters, and that slots in `outdated` (replaced, not yet removed) do not count."""
    clauses = [_clause(one, columns, layout, schema) for one in filters]
    if outdated:
        clauses.append((Occur.MustNot, slots_query(schema, outdated)))
    return clauses


def _clause(one: Filter, columns: ColumnsView, layout: Layout, schema: Schema) -> Clause:
    if isinstance(one, Between):
        return Occur.Must, _unscored(_between(one, layout, schema))
    field, codes = codes_asked(one, columns, layout)
    held = Query.term_set_query(schema, value_field(field), codes.tolist())
    return (Occur.MustNot, held) if isinstance(one, NoneOf) else (Occur.Must, _unscored(held))


def _between(one: Between, layout: Layout, schema: Schema) -> Query:
    field = number_field(layout.number_number[one.field])
    present = Query.exists_query(field)
    if one.low is None and one.high is None:
        within = present
    else:
        low, high = _bound(one.low), _bound(one.high)
        within = Query.range_query(schema, field, FieldType.Float, low, high)
    if not one.or_missing:
        return within
    missing = Query.boolean_query([(Occur.Must, Query.all_query()), (Occur.MustNot, present)])
    return Query.boolean_query([(Occur.Should, within), (Occur.Should, missing)])


def _bound(bound: float | None) -> float | None:
    # Adding zero turns -0.0 into 0.0, which tantivy would hold apart.
    return None if bound is None else float(bound) + 0.0


def _unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)
