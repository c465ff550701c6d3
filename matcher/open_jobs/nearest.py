"""Hits by their distance from a place: whole postcodes, the nearest first, and the newest first within each."""

from __future__ import annotations

from dataclasses import replace

from indexer.engines.contract import AnyOf, SearchEngine, SearchHit, SearchQuery
from taxonomy.concepts import Place
from taxonomy.places import distance_km, places


def nearest_hits(engine: SearchEngine, query: SearchQuery, near: tuple[float, float]) -> list[SearchHit]:
    """The page of the query's hits; no engine need know distances, since it counts postcodes."""
    counts = engine.search(replace(query, offset=0, limit=0, facets=("postcode",))).facets["postcode"]
    hits, passed_over = list[SearchHit](), query.offset
    for postcode in sorted(counts, key=lambda one: (distance_km(near, middle(places()[one])), one)):
        if len(hits) == query.limit:
            break
        if passed_over < counts[postcode]:
            here = (*query.filters, AnyOf("postcode", (postcode,)))
            part = replace(query, filters=here, offset=passed_over, limit=query.limit - len(hits), facets=())
            hits.extend(engine.search(part).hits)
        passed_over = max(0, passed_over - counts[postcode])
    return hits


def middle(place: Place) -> tuple[float, float]:
    """Where the place is taken to be."""
    return place.latitude, place.longitude
