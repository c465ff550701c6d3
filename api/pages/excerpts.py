"""Marks the words searched for in a job's texts, and cuts an excerpt around them from a long text."""

from __future__ import annotations

from collections.abc import Sequence

from api.pages.marks import MarkedPiece

FOUND = "fundet"
BEFORE, AFTER = 60, 140  # characters shown around the first word found
Spans = Sequence[tuple[int, int]]


def marked(text: str, spans: Spans) -> tuple[MarkedPiece, ...]:
    """The text cut at the spans, which come in order and do not overlap."""
    cut, at = [], 0
    for start, end in spans:
        cut += [MarkedPiece(text[at:start]), MarkedPiece(text[start:end], FOUND)]
        at = end
    return tuple(piece for piece in (*cut, MarkedPiece(text[at:])) if piece.text)


def excerpt(text: str, spans: Spans) -> tuple[MarkedPiece, ...]:
    """The stretch around the first span in whole words, marked; nothing without a span."""
    if not spans:
        return ()
    start = _word_start(text, max(spans[0][0] - BEFORE, 0), spans[0][0])
    end = _word_end(text, min(spans[0][1] + AFTER, len(text)), spans[0][1])
    inside = [(first - start, last - start) for first, last in spans if start <= first and last <= end]
    shown = marked(text[start:end], inside)
    return (*([MarkedPiece("… ")] if start else []), *shown, *([MarkedPiece(" …")] if end < len(text) else []))


def _word_start(text: str, at: int, latest: int) -> int:
    """The first beginning of a word from there on."""
    if at == 0:
        return 0
    blank = next((place for place in range(at - 1, latest) if text[place].isspace()), latest - 1)
    return blank + 1


def _word_end(text: str, at: int, earliest: int) -> int:
    """The last end of a word up to there."""
    if at == len(text):
        return at
    return next((place for place in range(at, earliest, -1) if text[place].isspace()), earliest)
