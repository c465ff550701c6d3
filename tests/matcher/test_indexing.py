"""Documents made of CVs, and made again of what was kept of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from indexer.documents import kept_documents
from indexer.documents.fields import cv_schema, job_order_schema
from indexer.embedding.cache import CachedEmbedder
from indexer.engines.contract import SearchQuery, SearchResult
from indexer.engines.index_engines import IndexEngines
from indexer.feeding.synchronise import Synchroniser
from indexer.generations.embedded import EmbeddedGenerations
from indexer.generations.rebuild import Rebuild
from indexer.records.cv_features import KeptCv
from indexer.records.database import Database
from indexer.records.stored import Stored
from matcher.candidates.whole_vector import whole_vector_again
from matcher.evaluation.collection import bundled_cvs
from matcher.indexing import Documents
from matcher.texts.meaning import meaning_for_ranking
from taxonomy.catalog import Catalog
from taxonomy.language import analyse
from tests.factories import job_order

AT = datetime(2026, 11, 23, tzinfo=UTC)


def test_documents_made_again_of_what_was_kept_are_the_same(catalog: Catalog, embedder: CachedEmbedder) -> None:
    builder = Documents(catalog, embedder, lambda _: {})
    stored = [Stored(cv, 1, AT, AT, number) for number, cv in enumerate(bundled_cvs()[:60], start=1)]
    documents, features = builder.build_cvs(stored)
    vectors = builder.vectors_again([blob for _, _, blob in features])
    for one, vector in zip(documents, vectors, strict=True):
        other = kept_documents.decode(one.id, one.sequence, kept_documents.encode(one), vector)
        assert one.vector is not None
        assert np.array_equal(one.vector, vector)
        for part in ("id", "sequence", "tokens", "keywords", "numbers", "position"):
            assert getattr(one, part) == getattr(other, part)


def test_features_of_another_form_are_refused(catalog: Catalog, embedder: CachedEmbedder) -> None:
    with pytest.raises(ValueError, match="form"):
        Documents(catalog, embedder, lambda _: {}).vectors_again([bytes(100)])


NOTE = "Ham Jens i Esbjerg var fuld sidst. Truckcertifikat B er et krav, 20 timer. Ring til Bodil, 7020 3040."
PRIVATE = set(analyse("Jens fuld sidst"))


class Found(NamedTuple):
    """What a note is found by: words, towns and meaning."""

    words: set[str]
    towns: tuple[str, ...]
    hours: tuple[str, ...]
    meaning: bytes


def found_by(catalog: Catalog, embedder: CachedEmbedder, **said: object) -> Found:
    order = job_order(text=NOTE, contact={"name": "Bodil"}, **said)
    (built,) = Documents(catalog, embedder, lambda _: {}).build_job_orders([Stored(order, 1, AT, AT, 1)])
    assert built.vector is not None
    words = {word for some in built.tokens.values() for word in some}
    return Found(words, built.keywords["town"], built.keywords["hours"], built.vector.tobytes())


def test_a_note_is_found_by_what_was_read_out_of_it_alone(catalog: Catalog, embedder: CachedEmbedder) -> None:
    note = found_by(catalog, embedder, must_have=["ikke flere som Jens"])
    assert set(analyse("lagermedarbejder truckcertifikat")) <= note.words
    assert note.hours == ("deltid",)
    assert not note.words & PRIVATE
    assert "esbjerg" not in note.towns
    assert note.meaning == found_by(catalog, embedder).meaning


def test_what_was_written_for_everybody_is_found_by_its_words_but_not_by_whom_to_call(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    advertised = found_by(catalog, embedder, source="web")
    assert advertised.words >= PRIVATE
    assert "esbjerg" in advertised.towns
    assert not advertised.words & set(analyse("Bodil 7020 3040 skjult"))
    assert set(analyse("klokkestøber")) <= found_by(catalog, embedder, public_text="Vi søger en klokkestøber.").words


class Kept(NamedTuple):
    """What an index and the record hold of some CVs, and what is found by each one's words and meaning."""

    sequences: Mapping[str, int]
    features: Mapping[str, KeptCv]
    found: list[SearchResult]


def kept_of(database: Database, engines: IndexEngines, generation: str) -> Kept:
    sequences = dict(engines.cvs.sequences())
    with database.reading() as record:
        features = record.cv_features.kept_many(generation, list(sequences))
    found = []
    for one in features.values():
        vector = whole_vector_again(one.blob)
        words = kept_documents.decode(one.cv_id, 1, one.document, vector).tokens["text"]
        query = SearchQuery(words=tuple((word, 1.0) for word in words), vector=vector, facets=("occupation", "held"))
        found.append(engines.cvs.search(query))
    return Kept(sequences, features, found)


def test_a_rebuild_makes_what_single_puts_made(catalog: Catalog, embedder: CachedEmbedder, tmp_path: Path) -> None:
    database, builder = Database(str(tmp_path / "record.sqlite")), Documents(catalog, embedder, lambda _: {})
    schemas = cv_schema(meaning_for_ranking(embedder).dimensions), job_order_schema(embedder.dimensions)
    generations = EmbeddedGenerations(tmp_path / "index", *schemas)
    rebuild = Rebuild(database, generations, builder)
    first = rebuild.run({"form": "1"}).generation
    engines = generations.open(first)
    for cv in bundled_cvs()[:30]:
        with database.transaction("test") as record:
            record.cvs.put_many([cv])
        Synchroniser(database, engines, builder, first).run_once()
    singly = kept_of(database, engines, first)
    engines.close()
    second = rebuild.run({"form": "1"}).generation
    engines = generations.open(second)
    assert len(singly.features) == 30
    assert kept_of(database, engines, second) == singly
    engines.close()
    database.close()
