"""Numbers that orders and CVs write in words, Danish and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DANISH = ("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")
_ENGLISH = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")

# From two on: "en" and "one" are articles too, and each reader knows where they count.
NUMBER_WORDS: Mapping[str, int] = MappingProxyType(
    {word: number for words in (_DANISH, _ENGLISH) for number, word in enumerate(words, 2)}
    | {"femten": 15, "fifteen": 15, "seksten": 16, "atten": 18, "eighteen": 18, "tyve": 20, "twenty": 20}
)
