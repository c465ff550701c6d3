"""Where a text speaks of the person instead of the work, by the phrases of neutral_words.toml."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import Token, fold, tokens

FILE = DATA / "language" / "neutral_words.toml"
DIGITS, NUMBER, CAPITALS, ANY = "#", "##", "@", "*"
NAME_WORDS = 3  # "Anna Maria Sørensen"
ENDINGS = ("", "n", "en", "r", "er", "ne", "rne", "erne", "s", "ns")
_BESIDE = re.compile(r"[\s:-]*")
_BESIDE_SHORT = re.compile(r"\.?[\s:-]*")  # "pga. ryggen"
SHORT = 3  # letters of a word that may be cut short with a full stop
_DIGITS = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a phrase: one of the words, or what the sign stands for."""

    words: frozenset[str]
    sign: str = ""

    def fits(self, word: Token) -> bool:
        """Whether the word may stand here."""
        if self.sign == CAPITALS:
            return not word.text[0].islower() and word.text[0].isalpha()
        if self.sign in {DIGITS, NUMBER} and _DIGITS.fullmatch(word.text):
            return True
        return self.sign == ANY or fold(word.text) in self.words


Phrase = tuple[Piece, ...]


def personal_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every passage that speaks of the person, the longest at each place, from left to right."""
    words, at = tokens(text), 0
    joined = [at > 0 and _stand_together(text, words[at - 1], words[at]) for at in range(len(words))]
    while at < len(words):
        after = max((_after(words, joined, at, phrase) for phrase in _phrases_from(words[at])), default=at)
        if after > at:
            yield words[at].start, words[after - 1].end
        at = max(after, at + 1)


def _stand_together(text: str, before: Token, word: Token) -> bool:
    beside = _BESIDE_SHORT if len(before.text) <= SHORT else _BESIDE
    return beside.fullmatch(text, before.end, word.start) is not None


def _after(words: Sequence[Token], joined: Sequence[bool], at: int, phrase: Phrase) -> int:
    """The place behind the phrase that begins at the place; the place itself where it does not stand there."""
    place = at
    for piece in phrase:
        taken = 0
        while taken < (NAME_WORDS if piece.sign == CAPITALS else 1) and _stands(words, joined, at, place, piece):
            place, taken = place + 1, taken + 1
        if not taken:
            return at
    return place


def _stands(words: Sequence[Token], joined: Sequence[bool], at: int, place: int, piece: Piece) -> bool:
    return place < len(words) and (place == at or joined[place]) and piece.fits(words[place])


def _phrases_from(word: Token) -> Sequence[Phrase]:
    first = DIGITS if _DIGITS.fullmatch(word.text) else fold(word.text)
    found = _phrases().get(first, ())
    return [*found, _NAME] if word.text[0].isupper() and first in _names() else found


_NAME: Phrase = (Piece(frozenset(), CAPITALS),)


@cache
def _content() -> Mapping[str, Mapping[str, str]]:
    return TaxonomyFile(FILE).content


@cache
def _names() -> frozenset[str]:
    return frozenset(map(fold, _content()["names"]["given"].split()))


@cache
def titles_without_sex() -> Mapping[str, str]:
    """The neutral title of every folded form, also inflected, that names a sex."""
    return {
        fold(form + ending): neutral
        for neutral, forms in _content()["titles"].items()
        for form in forms.split()
        for ending in ENDINGS
    }


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Every phrase in all its variants, by its first word or "#" for a number."""
    found: dict[str, list[Phrase]] = defaultdict(list)
    for lines in _content()["phrases"].values():
        for phrase in (phrase for line in lines.strip().splitlines() for phrase in _variants(line.split())):
            for first in [DIGITS] if phrase[0].sign else phrase[0].words:
                found[first].append(phrase)
    return {first: tuple(dict.fromkeys(phrases)) for first, phrases in found.items()}


def _variants(parts: Sequence[str]) -> Iterator[Phrase]:
    """The phrase with and without each word that may be left out."""
    choices = [(None, _piece(part[1:-1])) if part.startswith("[") else (_piece(part),) for part in parts]
    for chosen in product(*choices):
        if phrase := tuple(piece for piece in chosen if piece is not None):
            yield phrase


def _piece(part: str) -> Piece:
    """`a/<sort>/b` as the words it stands for; a sign as itself."""
    if part in {DIGITS, CAPITALS, ANY}:
        return Piece(frozenset(), part)
    if part == NUMBER:
        return Piece(_sort("number"), part)
    words = (_sort(one[1:-1]) if one.startswith("<") else frozenset({fold(one)}) for one in part.split("/"))
    return Piece(frozenset().union(*words))


@cache
def _sort(name: str) -> frozenset[str]:
    return frozenset(map(fold, _content()["words"][name].split()))
