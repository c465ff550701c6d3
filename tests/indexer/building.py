"""The plainest builder of documents: words split at blanks, a vector drawn from the text, the id as features."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from indexer.documents.contract import CvsBuilt
from indexer.embedding.contract import Vectors
from indexer.engines.contract import CollectionSchema, SearchDocument
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from indexer.records.stored import Stored

DIMENSIONS = 8
CV_SCHEMA = CollectionSchema("cvs", {"text": 1.0}, ("postcode",), ("match_category",), DIMENSIONS)
JOB_ORDER_SCHEMA = CollectionSchema("job_orders", {"text": 1.0}, ("postcode",), ("positions",), DIMENSIONS)
UNREADABLE = "ulæselig"  # a record whose text begins with it cannot be made into a document
UNFORESEEN = "uforudset"  # the same, and nobody thought that it could not


class PlainBuilder:
    """A DocumentBuilder without model or taxonomy."""

    def build_cvs(self, cvs: Sequence[Stored[Cv]]) -> CvsBuilt:
        documents = [
            _document(
                one.value.id, one.sequence, one.value.text, one.value.postcode, match_category=one.value.match_category
            )
            for one in cvs
        ]
        return documents, [(one.value.id, one.sequence, one.value.text.encode()) for one in cvs]

    def vectors_again(self, features: Sequence[bytes]) -> Sequence[Vectors]:
        return [_vector(one.decode()) for one in features]

    def build_job_orders(self, job_orders: Sequence[Stored[JobOrder]]) -> Sequence[SearchDocument]:
        return [
            _document(one.value.id, one.sequence, one.value.text, one.value.postcode, positions=one.value.positions)
            for one in job_orders
        ]


def _document(document_id: str, sequence: int, text: str, postcode: str, **numbers: float) -> SearchDocument:
    if text.startswith(UNREADABLE):
        raise ValueError(text)
    if text.startswith(UNFORESEEN):
        raise OverflowError(text)
    return SearchDocument(
        id=document_id,
        sequence=sequence,
        tokens={"text": tuple(text.lower().split())},
        keywords={"postcode": (postcode,)},
        numbers=numbers,
        vector=_vector(text),
    )


def _vector(text: str) -> Vectors:
    drawn = np.random.default_rng(zlib.crc32(text.encode())).standard_normal(DIMENSIONS).astype(np.float32)
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)
