"""A wording that says how a demand is meant."""

from __future__ import annotations

from dataclasses import dataclass

HARD, SOFT, WAIVED, EXCLUDED, NEUTRAL = "hard", "soft", "waived", "excluded", "neutral"
WEAKER = frozenset({SOFT, WAIVED, EXCLUDED})


@dataclass(frozen=True, slots=True)
class Cue:
    """What a wording says about the things before or behind it; "neutral" says nothing and hides shorter wordings."""

    meaning: str
    before: bool  # the cue stands before its things
    after: bool
    closing: bool = False  # counts only at the end of its clause
    heading: bool = False  # counts only where it opens a list


@dataclass(frozen=True, slots=True)
class CueInText:
    """A cue with the words it takes up."""

    cue: Cue
    first: int
    last: int
