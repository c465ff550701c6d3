"""How the fields of a collection stand in the files: by number, so that any name and any value will do."""

from __future__ import annotations

import json

import numpy as np

from indexer.engines.contract import CollectionSchema
from indexer.engines.tokens import field_factors

FORMAT = 1  # raise it when the files change their form: an index of another form asks for a rebuild
POSITION = " position"  # the place of a document is kept as one more exact value, "latitude,longitude"

RECORD = np.dtype(
    [
        ("sequence", "<i8"),
        ("token_start", "<u8"),
        ("token_count", "<u4"),
        ("length", "<u4"),  # words of the document, weighed
        ("scale", "<f4"),  # an 8-bit component times this is the component
        ("deleted", "?"),
        ("has_vector", "?"),
    ]
)
ENTRY = np.dtype([("slot", "<u4"), ("code", "<u4")])  # document `slot` holds value number `code` of the field


class Layout:
    """One collection's fields, numbered."""

    def __init__(self, schema: CollectionSchema) -> None:
        self.schema = schema
        self.factors = field_factors(schema.token_fields)
        self.value_fields = (*schema.keyword_fields, POSITION)
        self.value_number = {field: number for number, field in enumerate(self.value_fields)}
        self.number_number = {field: number for number, field in enumerate(schema.number_fields)}

    def fingerprint(self) -> bytes:
        """What must be equal for two indexes to have the same form; it does not hold the collection's name."""
        schema = self.schema
        parts = [FORMAT, self.factors, schema.keyword_fields, schema.number_fields, schema.dimensions]
        return json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()
