"""Documents of CVs whose texts were read before: the same words and facts, other ids, homes and vectors."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from indexer.embedding.contract import Embedder
from indexer.engines.contract import SearchDocument
from indexer.intake.cv import Cv
from indexer.records.stored import Stored
from matcher.candidates.codec import decode, encode
from matcher.candidates.profile import Candidate
from matcher.candidates.whole_vector import whole_vector
from matcher.indexing import Documents, Features, TradesOf
from matcher.texts.quantising import quantised
from taxonomy.catalog import Catalog
from taxonomy.places import places
from tests.benchmarks.varied import DISTINCT, noisy, number_of, varied_id


class CopyingDocuments(Documents):
    """Reads the first DISTINCT CVs as the real one does and copies them for the rest, so that a town fills in time."""

    def __init__(self, catalog: Catalog, embedder: Embedder, trades_of: TradesOf) -> None:
        super().__init__(catalog, embedder, trades_of)
        self.read_seconds = 0.0
        self._built: dict[int, tuple[SearchDocument, Candidate]] = {}

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> tuple[list[SearchDocument], list[Features]]:
        """Documents and features of the CVs, in the same order."""
        first = [stored for stored in cvs if number_of(stored.value.id) < DISTINCT]
        documents, features = self._read(first)
        for stored in cvs[len(first) :]:
            document, candidate = self._copied(stored)
            documents.append(document)
            features.append((document.id, document.sequence, encode(candidate)))
        return documents, features

    def _read(self, first: Sequence[Stored[Cv]]) -> tuple[list[SearchDocument], list[Features]]:
        began = time.perf_counter()
        documents, features = super().build_cvs(first) if first else ([], [])
        self.read_seconds += time.perf_counter() - began
        for document, (_, _, blob) in zip(documents, features, strict=True):
            self._built[number_of(document.id)] = document, decode(blob)
        return documents, features

    def _copied(self, stored: Stored[Cv]) -> tuple[SearchDocument, Candidate]:
        number, place = number_of(stored.value.id), places()[stored.value.postcode]
        if number % DISTINCT not in self._built:  # a few are built of a town that was filled by another program
            self._read([replace(stored, value=replace(stored.value, id=varied_id(number % DISTINCT)))])
        document, candidate = self._built[number % DISTINCT]
        home = (place.latitude, place.longitude)
        passages = candidate.profile.passages
        steps, scales = quantised(noisy(passages.vectors * passages.scales[:, None], number))
        passages = replace(passages, vectors=steps, scales=scales)
        profile = replace(candidate.profile, id=stored.value.id, position=home, passages=passages)
        copied = replace(
            document, id=stored.value.id, sequence=stored.sequence, position=home, vector=whole_vector(passages)
        )
        return copied, replace(candidate, profile=profile)
