"""Documents, deletions and the place in the queue as the cluster keeps them."""

from __future__ import annotations

from indexer.engines.contract import CollectionSchema, SearchDocument
from indexer.engines.opensearch.bulk import DocumentChange
from indexer.engines.opensearch.index_form import (
    ALIVE,
    APPLIED,
    DELETED,
    ID,
    LONG_VALUES,
    SEQUENCE,
    STATE,
    VECTOR,
    WORDS,
    Json,
)
from indexer.engines.opensearch.values import MOST_ID_BYTES, stored, told
from indexer.engines.tokens import MOST_TIMES, field_factors, indexed_word, weighed_counts

APPLIED_ID = " applied"  # no record has a blank in front
_DECIMALS = 9  # of a vector's components; half a last place of a 32-bit float near 0.05 is 2e-9


def put(document: SearchDocument, schema: CollectionSchema) -> DocumentChange:
    """The document as it shall stand; ValueError when its id is too long for the cluster."""
    if len(document.id.encode("utf-8", "surrogatepass")) > MOST_ID_BYTES:
        raise ValueError(f"An id of {schema.name} has more than {MOST_ID_BYTES} bytes.")
    fields: Json = {
        ID: document.id,
        STATE: ALIVE,
        SEQUENCE: document.sequence,
        WORDS: _words(document, schema),
        "keywords": {field: [stored(value) for value in values] for field, values in document.keywords.items()},
        # Adding zero turns -0.0 into 0.0, which the cluster would hold apart.
        "numbers": {field: float(number) + 0.0 for field, number in document.numbers.items()},
    }
    odd = [text for values in document.keywords.values() for text in map(told, values) if text is not None]
    if odd:
        fields[LONG_VALUES] = odd
    if document.position is not None:
        fields["latitude"], fields["longitude"] = map(float, document.position)
    if document.vector is not None and document.vector.any():
        fields[VECTOR] = document.vector.astype(float).round(_DECIMALS).tolist()
    return DocumentChange(document.id, document.sequence, fields)


def gone(document_id: str, sequence: int) -> DocumentChange:
    """The id as deleted from the sequence on; it stays known, so that an older change cannot bring it back."""
    return DocumentChange(document_id, sequence, {ID: document_id, STATE: DELETED, SEQUENCE: sequence})


def applied(sequence: int) -> DocumentChange:
    """That the queue is in up to the sequence."""
    return DocumentChange(APPLIED_ID, sequence, {STATE: APPLIED, SEQUENCE: sequence})


def _words(document: SearchDocument, schema: CollectionSchema) -> str:
    counts = weighed_counts(document.tokens, field_factors(schema.token_fields))
    return " ".join(f"{indexed_word(name)}|{min(times, MOST_TIMES)}" for name, times in counts.items())
