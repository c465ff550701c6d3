"""One spelling for the same word, however the keyboard or the decade wrote it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Written two ways by the same people: Gaardmand and Gårdmand, Soeren and Søren; German and Swedish letters likewise.
_TWO_LETTERS = str.maketrans(
    {
        "å": "aa",
        "æ": "ae",
        "ø": "oe",
        "ä": "ae",
        "ö": "oe",
        "ß": "ss",
        "ł": "l",
        "đ": "d",
        "œ": "oe",
        "ı": "i",
        "’": "'",
    }
)
_UNSEEN = re.compile(r"[^\S ]|[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """The text in NFC, without control and zero-width characters, every run of white space as one space."""
    composed = unicodedata.normalize("NFC", text)
    return _SPACE.sub(" ", _UNSEEN.sub(_space_or_nothing, composed)).strip()


def _space_or_nothing(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else ""


@lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """The word in lower case with å as aa, æ as ae, ø as oe and accents gone, so that spellings meet."""
    lowered = unicodedata.normalize("NFC", word).lower()
    if lowered.isascii():
        return lowered
    two_letters = lowered.translate(_TWO_LETTERS)
    if two_letters.isascii():
        return two_letters
    bare = unicodedata.normalize("NFD", two_letters)
    kept = "".join(letter for letter in bare if not ("\u0300" <= letter <= "\u036f"))
    return "".join(letter for letter in unicodedata.normalize("NFC", kept) if unicodedata.category(letter) != "Cf")
