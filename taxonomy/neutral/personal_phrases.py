"""Finds where a text speaks of the person instead of the work, by the phrases of neutral_words.toml."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import product

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language import fold
from taxonomy.neutral.phrase_trie import (
    ANY,
    CAPITALS,
    DIGITS,
    NUMBER,
    CutText,
    Node,
    Phrase,
    Piece,
    cut,
    is_digits,
    match_after,
    tries_by_first_word,
)

FILE = DATA / "language" / "neutral_words.toml"
ENDINGS = ("", "n", "en", "r", "er", "ne", "rne", "erne", "s", "ns")


def personal_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every passage that speaks of the person, the longest at each place, from left to right."""
    return _passages(cut(text), _person_end)


def health_kind_phrases(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every passage that asks for a kind of job that is granted for health reasons."""
    return _passages(cut(text), partial(_phrase_end, section="compared"))


def _passages(found: CutText, end: Callable[[CutText, int], int]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(found.words):
        after = max(end(found, at), at)
        if after > at:
            yield found.words[at].start, found.words[after - 1].end
        at = max(after, at + 1)


def _person_end(text: CutText, at: int) -> int:
    """Index of the word after the longest phrase, or name, that begins here; at most `at` where none does."""
    after = _phrase_end(text, at, "phrases")
    named = text.words[at].text[0].isupper() and text.folded[at] in _names()
    return max(after, at + text.names_from(at)) if named else after


def _phrase_end(text: CutText, at: int, section: str) -> int:
    """Index of the word after the longest phrase of the section that begins here; at most `at` where none does."""
    start = _phrases(section).get(DIGITS if is_digits(text.words[at].text) else text.folded[at])
    return at if start is None else match_after(text, at + 1, start)


@cache
def _content() -> Mapping[str, Mapping[str, str]]:
    return TaxonomyFile(FILE).content


@cache
def _names() -> frozenset[str]:
    return frozenset(map(fold, _content()["names"]["given"].split()))


@cache
def gender_neutral_titles() -> Mapping[str, str]:
    """The neutral title of every gendered form, folded, inflections included."""
    return {
        fold(form + ending): neutral
        for neutral, forms in _content()["titles"].items()
        for form in forms.split()
        for ending in ENDINGS
    }


@cache
def _phrases(section: str) -> Mapping[str, Node]:
    """The trie below every first word of a phrase of the section, "#" for a number."""
    return tries_by_first_word(
        phrase
        for lines in _content()[section].values()
        for line in lines.strip().splitlines()
        for phrase in _variants(line.split())
    )


def _variants(parts: Sequence[str]) -> Iterator[Phrase]:
    """The phrase with and without each word that may be left out."""
    choices = [(None, _piece(part[1:-1])) if part.startswith("[") else (_piece(part),) for part in parts]
    for chosen in product(*choices):
        if phrase := tuple(piece for piece in chosen if piece is not None):
            yield phrase


def _piece(part: str) -> Piece:
    """`a/<group>/b` as the words it stands for; a sign as itself."""
    if part in {DIGITS, CAPITALS, ANY}:
        return Piece(frozenset(), part)
    if part == NUMBER:
        return Piece(_sort("number"), part)
    words = (_sort(one[1:-1]) if one.startswith("<") else frozenset({fold(one)}) for one in part.split("/"))
    return Piece(frozenset().union(*words))


@cache
def _sort(name: str) -> frozenset[str]:
    return frozenset(map(fold, _content()["words"][name].split()))
