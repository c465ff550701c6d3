"""Phrases as a tree of their pieces, so that a text is held against all of them in one walk a word."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from taxonomy.language import Token, fold, tokens

DIGITS, NUMBER, CAPITALS, ANY = "#", "##", "@", "*"
NAME_WORDS = 3  # "Anna Maria Sørensen"
SHORT = 3  # letters of a word that may be cut short with a full stop
_BESIDE = re.compile(r"[^\S\n]*[:-]?[^\S\n]*")
_BESIDE_SHORT = re.compile(r"\.?[^\S\n]*[:-]?[^\S\n]*")
_DIGITS = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Piece:
    """One place of a phrase: one of the words, or what the sign stands for."""

    words: frozenset[str]
    sign: str = ""


Phrase = tuple[Piece, ...]


@dataclass(slots=True)
class Place:
    """A place in the tree: whether a phrase ends here, and where each word or sign leads."""

    ends: bool = False
    by_word: dict[str, list[Place]] = field(default_factory=lambda: defaultdict(list))
    by_sign: list[tuple[str, Place]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CutText:
    """A text in words, each also folded."""

    text: str
    words: Sequence[Token]
    folded: Sequence[str]

    def stand_together(self, at: int) -> bool:
        """Whether nothing but space stands between the word and the one before it."""
        before = self.words[at - 1]
        beside = _BESIDE_SHORT if len(before.text) <= SHORT else _BESIDE
        return beside.fullmatch(self.text, before.end, self.words[at].start) is not None

    def names_from(self, at: int) -> int:
        """How many words from here on, standing together, are written as names are."""
        end = at
        while end < len(self.words) and end - at < NAME_WORDS and _is_written_as_name(self.words[end].text):
            if end > at and not self.stand_together(end):
                break
            end += 1
        return end - at


def cut(text: str) -> CutText:
    """The text in words."""
    found = tokens(text)
    return CutText(text, found, [fold(word.text) for word in found])


def is_digits(word: str) -> bool:
    """Whether the word is a number of up to four digits."""
    return _DIGITS.fullmatch(word) is not None


def tree(phrases: Iterable[Phrase]) -> Place:
    """The place where all the phrases begin; phrases with the same beginning share it."""
    start = Place()
    reached: dict[Phrase, Place] = {(): start}
    for phrase in phrases:
        for length in range(1, len(phrase) + 1):
            if phrase[:length] not in reached:
                reached[phrase[:length]] = _branched(reached[phrase[: length - 1]], phrase[length - 1])
        reached[phrase].ends = True
    return start


def longest(text: CutText, at: int, place: Place) -> int:
    """The word behind the longest phrase that goes on here from the place; -1 where none ends."""
    best = at if place.ends else -1
    if at >= len(text.words):
        return best
    for following in place.by_word.get(text.folded[at], ()):
        best = max(best, behind(text, at + 1, following))
    for sign, following in place.by_sign:
        if taken := _taken(text, at, sign):
            best = max(best, behind(text, at + taken, following))
    return best


def behind(text: CutText, at: int, place: Place) -> int:
    """The same for what goes on behind a word: it must stand together with it."""
    if at < len(text.words) and not text.stand_together(at):
        return at if place.ends else -1
    return longest(text, at, place)


def _taken(text: CutText, at: int, sign: str) -> int:
    """How many words the sign stands for here."""
    if sign == CAPITALS:
        return text.names_from(at)
    return int(sign == ANY or is_digits(text.words[at].text))


def _branched(place: Place, piece: Piece) -> Place:
    following = Place()
    for word in piece.words:
        place.by_word[word].append(following)
    if piece.sign:
        place.by_sign.append((piece.sign, following))
    return following


def _is_written_as_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()


def starts(phrases: Iterable[Phrase]) -> Mapping[str, Place]:
    """The tree behind every first word, "#" for a first number, as personal_phrases looks phrases up."""
    behind: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for first in [DIGITS] if phrase[0].sign else phrase[0].words:
            behind[first].append(phrase[1:])
    return {first: tree(rests) for first, rests in behind.items()}
