"""Checks that a sample of an index's documents is found by its own words and its own vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indexer.documents.contract import DocumentBuilder
from indexer.engines.contract import SearchDocument, SearchEngine, SearchQuery
from indexer.engines.index_engines import IndexEngines
from indexer.records.database import Database

SAMPLE = 25  # documents of each collection
_WORDS = 50  # words of the document to seek it by
_WITHIN = 1000  # ranks within which it must be found; many alike may rank before it


def unfindable(database: Database, engines: IndexEngines, builder: DocumentBuilder) -> int:
    """How many documents of an even sample are not found by their own words or their own vector."""
    with database.reading() as record:
        cvs = list(record.cvs.get_many(_sample(engines.cvs.sequences())).values())
        job_orders = list(record.job_orders.get_many(_sample(engines.job_orders.sequences())).values())
    of_cvs = builder.build_cvs(cvs)[0] if cvs else ()
    of_job_orders = builder.build_job_orders(job_orders) if job_orders else ()
    return _lost(engines.cvs, of_cvs) + _lost(engines.job_orders, of_job_orders)


def _sample(sequences: Mapping[str, int]) -> list[str]:
    ids = sorted(sequences)
    return ids[:: max(len(ids) // SAMPLE, 1)][:SAMPLE]


def _lost(engine: SearchEngine, documents: Sequence[SearchDocument]) -> int:
    held = engine.sequences()
    # One that changed in the meantime may be held under other words.
    unchanged = [document for document in documents if held.get(document.id) == document.sequence]
    return sum(not _is_found(engine, document) for document in unchanged)


def _is_found(engine: SearchEngine, document: SearchDocument) -> bool:
    words = list(dict.fromkeys(word for field in document.tokens.values() for word in field))[:_WORDS]
    queries = []
    if words:
        queries.append(SearchQuery(words=tuple((word, 1.0) for word in words), limit=_WITHIN, depth=_WITHIN))
    if document.vector is not None and document.vector.any():
        queries.append(SearchQuery(vector=document.vector, limit=_WITHIN, depth=_WITHIN))
    return all(document.id in {hit.id for hit in engine.search(query).hits} for query in queries)
