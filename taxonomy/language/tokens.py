"""A text cut into words, each with its place in the text as it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Joined by - / & ' + between letters; by . only between digits or single letters (f.eks, 1.500), because
# portals lose line breaks and leave "slut.Start". Every repeat eats at least one character: linear time.
_WORD = re.compile(
    r"""
    \d+(?:[.,:]\d+)*(?:\s?%)?            # 37  37,5  1.500  22:00
    | [^\W\d_](?:\.[^\W\d_])+\b\.?       # f.eks-style single letters: e.g. o.l. d.d.
    | [^\W_]+(?:[-/&'’+][^\W_]+)*(?:\#|\+\+|-(?=\W|$)|)   # C/E  sosu-hjælper  C#  C++  lager-
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One word as written: `text` equals the source's text[start:end], counted in characters."""

    text: str
    start: int
    end: int


def words(text: str) -> list[str]:
    """The texts of `tokens`, where their places do not matter; several times as fast."""
    return _WORD.findall(text)


def tokens(text: str) -> tuple[Token, ...]:
    """The words of the text from left to right; compounds with hyphen or slash stay whole; linear time."""
    return tuple(Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text))
