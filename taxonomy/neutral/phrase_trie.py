"""A trie of phrases, so that a text is matched against all of them in one walk from each word."""

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
    """One position of a phrase: any of the words, or what the sign stands for."""

    words: frozenset[str]
    sign: str = ""


Phrase = tuple[Piece, ...]


@dataclass(slots=True)
class Node:
    """A node of the trie: whether a phrase ends here, and where each word or sign leads."""

    ends: bool = False
    by_word: dict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))
    by_sign: list[tuple[str, Node]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class CutText:
    """A text split into words, each also folded."""

    text: str
    words: Sequence[Token]
    folded: Sequence[str]

    def stand_together(self, at: int) -> bool:
        """Whether only space, a colon or a hyphen stands between the word and the one before it."""
        before = self.words[at - 1]
        beside = _BESIDE_SHORT if len(before.text) <= SHORT else _BESIDE
        return beside.fullmatch(self.text, before.end, self.words[at].start) is not None

    def names_from(self, at: int) -> int:
        """How many adjacent words from here on are written like names."""
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


def trie(phrases: Iterable[Phrase]) -> Node:
    """The root of a trie of the phrases."""
    start = Node()
    reached: dict[Phrase, Node] = {(): start}
    for phrase in phrases:
        for length in range(1, len(phrase) + 1):
            if phrase[:length] not in reached:
                reached[phrase[:length]] = _child_of(reached[phrase[: length - 1]], phrase[length - 1])
        reached[phrase].ends = True
    return start


def tries_by_first_word(phrases: Iterable[Phrase]) -> Mapping[str, Node]:
    """The trie below every first word, "#" for a first number, as personal_phrases looks phrases up."""
    rests: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        for first in [DIGITS] if phrase[0].sign else phrase[0].words:
            rests[first].append(phrase[1:])
    return {first: trie(of_first) for first, of_first in rests.items()}


def longest_match(text: CutText, at: int, node: Node) -> int:
    """Index of the word after the longest phrase that continues here from the node; -1 where none ends."""
    best = at if node.ends else -1
    if at >= len(text.words):
        return best
    for following in node.by_word.get(text.folded[at], ()):
        best = max(best, match_after(text, at + 1, following))
    for sign, following in node.by_sign:
        if taken := _taken(text, at, sign):
            best = max(best, match_after(text, at + taken, following))
    return best


def match_after(text: CutText, at: int, node: Node) -> int:
    """The same for the continuation after a word, which must stand next to it."""
    if at < len(text.words) and not text.stand_together(at):
        return at if node.ends else -1
    return longest_match(text, at, node)


def _taken(text: CutText, at: int, sign: str) -> int:
    """How many words the sign stands for here."""
    if sign == CAPITALS:
        return text.names_from(at)
    return int(sign == ANY or is_digits(text.words[at].text))


def _child_of(node: Node, piece: Piece) -> Node:
    following = Node()
    for word in piece.words:
        node.by_word[word].append(following)
    if piece.sign:
        node.by_sign.append((piece.sign, following))
    return following


def _is_written_as_name(word: str) -> bool:
    return word[0].isalpha() and not word[0].islower()
