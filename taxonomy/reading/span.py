"""A run of words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Words from first to last, both included."""

    first: int
    last: int
