"""Exact values as the cluster keeps them: as they are where they fit, by their digest where they do not."""

from __future__ import annotations

import hashlib
import json
import re

_PLAIN, _DIGEST = "=", "#"
_HALF_A_LETTER = re.compile("[\ud800-\udfff]")  # which no encoding can write
_LONGEST = 256  # characters; the cluster's own limit is 32,766 bytes
MOST_ID_BYTES = 500  # the cluster's own limit is 512


def stored(value: str) -> str:
    """The keyword that stands for a value; different values have different ones."""
    return _PLAIN + value if _fits(value) else _DIGEST + hashlib.sha256(_bytes(value)).hexdigest()


def is_digest(keyword: str) -> bool:
    """Whether the value itself must be read from a document that holds it."""
    return keyword.startswith(_DIGEST)


def plain(keyword: str) -> str:
    """The value of a keyword that is no digest."""
    return keyword.removeprefix(_PLAIN)


def told(value: str) -> str | None:
    """The value as it is kept beside its digest; None for one that stands as it is."""
    return None if _fits(value) else json.dumps(value)


def retold(text: str) -> str:
    """The value back again."""
    return str(json.loads(text))


def _fits(value: str) -> bool:
    return len(value) <= _LONGEST and (value.isascii() or not _HALF_A_LETTER.search(value))


def _bytes(value: str) -> bytes:
    return value.encode("utf-8", "surrogatepass")
