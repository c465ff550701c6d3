"""What an index looks like to the cluster: index.toml with a collection's own fields put in."""

from __future__ import annotations

import hashlib
import json
import tomllib
from functools import lru_cache
from importlib.resources import files

from indexer.engines.contract import CollectionSchema
from indexer.engines.tokens import field_factors

Json = dict[str, object]
ID, STATE, SEQUENCE, WORDS, VECTOR, LONG_VALUES = "id", "state", "sequence", "words", "vector", "long_values"
ALIVE, DELETED, APPLIED = "alive", "deleted", "applied"


def keyword_field(field: str) -> str:
    """Where the cluster keeps a keyword field."""
    return f"keywords.{field}"


def number_field(field: str) -> str:
    """Where the cluster keeps a number field."""
    return f"numbers.{field}"


def index_body(schema: CollectionSchema) -> Json:
    """The body that makes the collection's index."""
    form = _form()
    kinds = form["kinds"]
    fields = {
        **form["fields"],
        "keywords": {"properties": dict.fromkeys(schema.keyword_fields, kinds["keyword"])},
        "numbers": {"properties": dict.fromkeys(schema.number_fields, kinds["number"])},
        VECTOR: {**kinds["vector"], "dimension": schema.dimensions},
    }
    return {
        "settings": form["settings"],
        "mappings": {
            "dynamic": "strict",
            "_source": {"enabled": False},  # the record has everything; the index need not keep it twice
            "_meta": {"fingerprint": fingerprint(schema)},
            "properties": fields,
        },
    }


def filling_settings() -> Json:
    """The settings of an index that is being filled."""
    return dict(_form()["filling"])


def serving_settings() -> Json:
    """What puts those settings back to what index_body says."""
    usual = _form()["settings"]["index"]
    return {name: usual[name] for name in filling_settings() if isinstance(usual, dict) and name in usual}


def fingerprint(schema: CollectionSchema) -> str:
    """What must be equal for an index to be read and written by this code."""
    parts = [
        _form()["form"],
        field_factors(schema.token_fields),
        schema.keyword_fields,
        schema.number_fields,
        schema.dimensions,
    ]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]


@lru_cache(maxsize=1)
def _form() -> dict[str, dict[str, Json]]:
    form: dict[str, dict[str, Json]] = tomllib.loads(files(__package__).joinpath("index.toml").read_text("utf-8"))
    return form
