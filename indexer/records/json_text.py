"""JSON as it is kept in the record: one way to write each value, so that equal values are equal texts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

_write = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode


def to_json(value: Mapping[str, object] | Sequence[object]) -> str:
    """The value as canonical JSON."""
    return "[]" if value == () else _write(value)


def from_json(text: str) -> Any:
    """The value that the text holds; the caller knows its shape."""
    return json.loads(text)


def content_hash(text: str) -> bytes:
    """Sixteen bytes that differ when the text differs."""
    return blake2b(text.encode(), digest_size=16).digest()
