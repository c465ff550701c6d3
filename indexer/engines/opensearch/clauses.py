"""Filters, words and keywords as clauses of the cluster's query language."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import AnyOf, Between, Filter, NoneOf, SearchQuery, Within
from indexer.engines.opensearch.index_form import ALIVE, STATE, VECTOR, WORDS, Json, keyword_field, number_field
from indexer.engines.opensearch.values import stored
from indexer.engines.tokens import indexed_word, token_name

MOST_CLAUSES = 1000  # of one query; the cluster's default limit is 1,024
SATURATION = 1.2  # BM25's k1: the cluster leaves the factor k1 + 1 out, which weighs words against keywords
_KM_A_DEGREE = 111.1  # a little less than there are, so that the box holds the circle
_EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG; the same as the embedded engine's
NOTHING: Json = {"match_none": {}}
_DISTANCE = """
double here = Math.toRadians(params.latitude), there = Math.toRadians(doc['latitude'].value);
double rise = Math.sin((there - here) / 2);
double turn = Math.sin(Math.toRadians(doc['longitude'].value - params.longitude) / 2);
double chord = rise * rise + Math.cos(here) * Math.cos(there) * turn * turn;
return 2 * params.radius * Math.asin(Math.sqrt(Math.min(1.0, chord))) <= params.km
"""


def passing(filters: Iterable[Filter], *more: Json) -> Json:
    """Living documents that pass all filters and hold to the other clauses."""
    must: list[Json] = [{"term": {STATE: ALIVE}}, *more]
    must_not: list[Json] = []
    for one in filters:
        if isinstance(one, NoneOf):
            must_not.append(_holds(one))
        else:
            must.extend(_clauses(one))
    return {"bool": {"filter": must, "must_not": must_not}}


def scored(clause: Json, filters: Iterable[Filter]) -> Json:
    """What the words and keywords of the clause find among those that pass, with its score.

    Only living documents hold any, so nothing else need be asked; alone, the clause is scored in bulk, much faster.
    """
    kept = list(filters)
    return {"bool": {**_body(passing(kept)), "must": [clause]}} if kept else clause


@dataclass(frozen=True, slots=True)
class QueryClauses:
    """What a query asks of words and keywords: `parts` whose scores add up, and a clause that finds `any` of it."""

    parts: tuple[Json, ...]
    any: Json


def query_clauses(query: SearchQuery) -> QueryClauses:
    """Documents with any of the words or keywords, scored by BM25 plus the weights of the keywords held."""
    keywords = _added((field, stored(value), weight) for field, value, weight in query.keywords)
    words = _added((WORDS, indexed_word(token_name(word)), weight) for word, weight in query.words)
    clauses: list[Json] = [
        {"constant_score": {"filter": {"term": {keyword_field(field): value}}, "boost": weight}}
        for (field, value), weight in keywords
    ]
    clauses += [{"term": {WORDS: {"value": word, "boost": weight * (SATURATION + 1)}}} for (_, word), weight in words]
    parts = tuple(_any(clauses[begin : begin + MOST_CLAUSES]) for begin in range(0, len(clauses), MOST_CLAUSES))
    if len(parts) <= 1:
        return QueryClauses(parts, parts[0] if parts else NOTHING)
    names: dict[str, list[str]] = {WORDS: [word for (_, word), _ in words]}
    for (field, value), _ in keywords:
        names.setdefault(keyword_field(field), []).append(value)
    return QueryClauses(parts, _any([{"terms": {field: values}} for field, values in names.items()]))


def exactly_near(vector: NDArray[np.float32], among: Json) -> Json:
    """Every document of `among`, scored by its vector's product with this one."""
    params = {"field": VECTOR, "query_value": _plain(vector), "space_type": "innerproduct"}
    return {"script_score": {"query": among, "script": {"source": "knn_score", "lang": "knn", "params": params}}}


def nearly_nearest(vector: NDArray[np.float32], among: Json, most: int) -> Json:
    """About the `most` nearest documents of `among`, found through the graph."""
    return {"knn": {VECTOR: {"vector": _plain(vector), "k": most, "filter": among}}}


def has_vector() -> Json:
    """Documents that can be near to anything."""
    return {"exists": {"field": VECTOR}}


def _plain(vector: NDArray[np.float32]) -> list[float]:
    components: list[float] = vector.astype(float).tolist()
    return components


def _any(clauses: Sequence[Json]) -> Json:
    return {"bool": {"should": list(clauses), "minimum_should_match": 1}}


def _body(clause: Json) -> Json:
    body = clause["bool"]
    return body if isinstance(body, dict) else {}


def _added(named: Iterable[tuple[str, str, float]]) -> list[tuple[tuple[str, str], float]]:
    """The weights of the same thing added up, heaviest first."""
    weights: dict[tuple[str, str], float] = {}
    for field, value, weight in named:
        if weight > 0:
            weights[field, value] = weights.get((field, value), 0.0) + weight
    return sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))


def _clauses(one: AnyOf | Between | Within) -> Sequence[Json]:
    if isinstance(one, AnyOf):
        return [_holds(one)]
    return [_between(one)] if isinstance(one, Between) else _within(one)


def _holds(one: AnyOf | NoneOf) -> Json:
    return {"terms": {keyword_field(one.field): [stored(value) for value in one.values]}}


def _between(one: Between) -> Json:
    field = number_field(one.field)
    present: Json = {"exists": {"field": field}}
    bounds = {side: float(bound) + 0.0 for side, bound in (("gte", one.low), ("lte", one.high)) if bound is not None}
    within: Json = {"range": {field: bounds}} if bounds else present
    if not one.or_missing:
        return within
    return _any([within, {"bool": {"must_not": [present]}}])


def _within(one: Within) -> list[Json]:
    """A box that the cluster finds quickly, and the distance itself for what lies in it."""
    rise = one.km / _KM_A_DEGREE
    clauses: list[Json] = [{"range": {"latitude": {"gte": one.latitude - rise, "lte": one.latitude + rise}}}]
    shrink = math.cos(math.radians(min(abs(one.latitude) + rise, 90.0)))
    turn = rise / shrink if shrink > 0.01 else math.inf  # near a pole the circle may hold every longitude
    if abs(one.longitude) + turn < 180:
        clauses.append({"range": {"longitude": {"gte": one.longitude - turn, "lte": one.longitude + turn}}})
    params = {"latitude": one.latitude, "longitude": one.longitude, "km": one.km, "radius": _EARTH_RADIUS_KM}
    return [*clauses, {"script": {"script": {"source": _DISTANCE, "params": params}}}]
