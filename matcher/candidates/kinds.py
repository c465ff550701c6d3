"""The kinds of order that a person asks for in so many words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from taxonomy.catalog import Catalog
from taxonomy.language import stem, tokens


def wanted_kinds(texts: Iterable[str], catalog: Catalog) -> tuple[str, ...]:
    """Keys of the kinds whose words stand in the texts; "elev nej tak" asks for nothing."""
    found = [stems for text in texts if "nej" not in (stems := _stems(text))]
    return tuple(
        key
        for key, kind in catalog.order_kinds.items()
        if any(set(_stems(word)) <= set(stems) for word in kind.words for stems in found)
    )


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.text) for word in tokens(text))
