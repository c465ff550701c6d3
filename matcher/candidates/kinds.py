"""The kinds of order that a person asks for, or will not have, in so many words."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from indexer.intake.cv import Cv
from taxonomy.catalog import Catalog
from taxonomy.language import stem, tokens
from taxonomy.reading.cues import CV_CUES, cues_in
from taxonomy.reading.phrases import PhraseIndex
from taxonomy.reading.reach import meanings_of
from taxonomy.reading.reader import reader_of
from taxonomy.reading.span import Span

WISHED, REFUSED = "wished", "refused"
_MEANINGS = frozenset({WISHED, REFUSED})


class KindsAsked(NamedTuple):
    """Keys of kinds, in the order of order_kinds.toml."""

    wanted: tuple[str, ...]
    refused: tuple[str, ...]


def kinds_asked(cv: Cv, catalog: Catalog) -> KindsAsked:
    """What the wishes and the headline name is wanted; the text has to say so; what is said to be refused is."""
    named = set(_named((*cv.desired_jobs, cv.headline), catalog))
    said = [_said(text, catalog) for text in (cv.text, cv.headline, *cv.desired_jobs)]
    wanted = named | {kind for kind, meaning in said[0] if meaning == WISHED}
    refused = {kind for one in said for kind, meaning in one if meaning == REFUSED}
    return KindsAsked(
        tuple(key for key in catalog.order_kinds if key in wanted - refused),
        tuple(key for key in catalog.order_kinds if key in refused),
    )


def _named(texts: Iterable[str], catalog: Catalog) -> tuple[str, ...]:
    """Keys of the kinds whose words stand in the texts; "elev nej tak" asks for nothing."""
    found = [stems for text in texts if "nej" not in (stems := _stems(text))]
    return tuple(
        key
        for key, kind in catalog.order_kinds.items()
        if any(set(_stems(word)) <= set(stems) for word in kind.words for stems in found)
    )


def _said(text: str, catalog: Catalog) -> list[tuple[str, str | None]]:
    """Every kind that the text names with what it says of it."""
    found: list[tuple[str, str | None]] = []
    for words in reader_of(catalog).blocks(text):
        if named := _phrases(catalog).find(words):
            cues = cues_in(words, CV_CUES, _MEANINGS)
            meanings = meanings_of(words, [Span(one.first, one.last) for one in named], cues)
            found += [(key, meant) for one, meant in zip(named, meanings, strict=True) for key in one.payloads]
    return found


@lru_cache(maxsize=4)
def _phrases(catalog: Catalog) -> PhraseIndex[str]:
    return PhraseIndex((word, key) for key, kind in catalog.order_kinds.items() for word in kind.words)


@lru_cache(maxsize=20_000)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(stem(word.text) for word in tokens(text))
