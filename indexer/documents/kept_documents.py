"""Serialises documents without their vectors, so that an index can be rebuilt without analysing texts again."""

from __future__ import annotations

import json

from indexer.embedding.contract import Vectors
from indexer.engines.contract import SearchDocument


def encode(document: SearchDocument) -> bytes:
    """All of the document but id, sequence and vector."""
    parts = [dict(document.tokens), dict(document.keywords), dict(document.numbers), document.position]
    return json.dumps(parts, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def decode(document_id: str, sequence: int, kept: bytes, vector: Vectors) -> SearchDocument:
    """The document that `encode` was given; raises ValueError for bytes that it did not make."""
    tokens, keywords, numbers, position = json.loads(kept.decode("utf-8", "surrogatepass"))
    return SearchDocument(
        document_id,
        sequence,
        tokens={field: tuple(words) for field, words in tokens.items()},
        keywords={field: tuple(values) for field, values in keywords.items()},
        numbers=numbers,
        position=None if position is None else (position[0], position[1]),
        vector=vector,
    )
