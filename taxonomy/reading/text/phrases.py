"""Finding many phrases in a text at once: a trie over words, longest phrase first, linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Generic, TypeVar, cast

from taxonomy.language.compounds import plain_forms
from taxonomy.language.participles import infinitives
from taxonomy.reading.text.word_sets import word_set
from taxonomy.reading.text.words import Word, cut

Payload = TypeVar("Payload")
_OPENINGS_KEPT = 50_000  # words whose opening of a phrase is remembered
_UNSEEN = object()
_SYLLABIC, _VOWELS = "lr", "aeiouy"  # letters, folded
_NO_FORMS = word_set("phrases", "no_forms")
_SHORTEST_INFLECTED = 4  # letters; "kok" and "bus" only as they stand or by their own plural


@dataclass(slots=True)
class _Node(Generic[Payload]):
    children: dict[str, _Node[Payload]] = field(default_factory=dict)
    payloads: tuple[Payload, ...] = ()


@dataclass(frozen=True, slots=True)
class Found(Generic[Payload]):
    """A phrase in the text: the first and the last word, both included, and all that the phrase stands for."""

    first: int
    last: int
    payloads: tuple[Payload, ...]


class PhraseIndex(Generic[Payload]):
    """Phrases and what they stand for.

    Endings of the words do not matter where `inflected`; a comma ends a phrase unless it may go `over_commas`.
    `same` is the word by which another goes, in phrases and texts alike. `over` are words that a phrase may be found
    over although it does not hold them ("køre en varebil"), where `may_go_over` allows what it stands for.
    Many `composed` of the same parts take a hundredth of the room.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[str, Payload]],
        *,
        inflected: bool = True,
        over_commas: bool = True,
        same: Mapping[str, str] = MappingProxyType({}),
        over: frozenset[str] = frozenset(),
        may_go_over: Callable[[Payload], bool] = bool,
        composed: bool = False,
    ) -> None:
        self._same = same
        self._over = over
        self._may_go_over = may_go_over
        self._over_commas = over_commas
        self._root: _Node[Payload] = _Node()
        self._opening: dict[str, _Node[Payload] | object | None] = {}
        self._inflected = inflected
        self.single_words: dict[str, tuple[Payload, ...]] = {}
        for phrase, payload in phrases:
            self._add(_keys_of(phrase), payload)
        if composed:
            _share_endings(self._root)

    def _add(self, keys: Sequence[str], payload: Payload) -> None:
        if not keys:
            return
        node = self._root
        for key in keys:
            same = self._same.get(key, key)
            child = node.children.get(same)
            if child is None:
                child = node.children[same] = _Node()
            node = child
        if payload not in node.payloads:
            node.payloads = (*node.payloads, payload)
        if len(keys) == 1:
            self.single_words[keys[0]] = node.payloads

    def words(self) -> Iterator[str]:
        """Every word that stands in some phrase."""
        waiting, seen = [self._root], set[int]()
        while waiting:
            node = waiting.pop()
            yield from node.children
            waiting.extend(child for child in node.children.values() if id(child) not in seen)
            seen.update(map(id, node.children.values()))

    def find(self, words: Sequence[Word]) -> list[Found[Payload]]:
        """The phrases of the text from left to right, the longest at each place, none overlapping another."""
        found: list[Found[Payload]] = []
        next_start, opening = 0, self._opening
        for start, word in enumerate(words):
            # Most words open no phrase: this look-up is all that they cost.
            node = opening.get(word.key, _UNSEEN)
            if node is _UNSEEN:
                node = self._opens(word.key)
            if node is None or start < next_start:
                continue
            match = self._longest(words, start, cast("_Node[Payload]", node))
            if match is not None:
                found.append(match)
                next_start = match.last + 1
        return found

    def _opens(self, key: str) -> _Node[Payload] | None:
        if len(self._opening) >= _OPENINGS_KEPT:
            self._opening.clear()
        self._opening[key] = node = self._step(self._root, key)
        return node

    def _longest(self, words: Sequence[Word], start: int, opened: _Node[Payload]) -> Found[Payload] | None:
        node: _Node[Payload] | None = opened
        best = Found(start, start, opened.payloads) if opened.payloads else None
        for index in range(start + 1, len(words)):
            if self._ends(words, start, index):
                break
            before, key = node, words[index].key
            if key in self._over and before is not None and (over := self._behind(words, start, index, before)):
                best = over
            node = self._step(node, key) if node else None
            if node is None:
                break
            if node.payloads and (best is None or best.last <= index):
                best = Found(start, index, node.payloads)
        return best

    def _behind(self, words: Sequence[Word], start: int, passed: int, node: _Node[Payload]) -> Found[Payload] | None:
        """The phrase that goes on behind a word that it does not hold."""
        best: Found[Payload] | None = None
        behind = passed + 1
        while behind < len(words) and words[behind].key in self._over:
            behind += 1
        for index in range(behind, len(words)):
            step = None if self._ends(words, start, index) else self._step(node, words[index].key)
            if step is None:
                break
            node = step
            payloads = tuple(filter(self._may_go_over, node.payloads))
            best = Found(start, index, payloads) if payloads else best
        return best

    def _ends(self, words: Sequence[Word], start: int, index: int) -> bool:
        return words[index].sentence != words[start].sentence or (not self._over_commas and "," in words[index].gap)

    def _step(self, node: _Node[Payload], key: str) -> _Node[Payload] | None:
        key = self._same.get(key, key)
        if (child := node.children.get(key)) is not None or not self._inflected or key in _NO_FORMS:
            return child
        if not node.children or ((verb := infinitives().get(key)) and (child := node.children.get(verb)) is not None):
            return child
        if len(key) < _SHORTEST_INFLECTED:
            return None
        for form in plain_forms(key)[1:]:
            if len(form) >= _SHORTEST_INFLECTED - 1 and (child := node.children.get(form)) is not None:
                return child
            if (whole := _with_its_e(form)) and (child := node.children.get(whole)) is not None:
                return child
        return None


def _keys_of(phrase: str) -> list[str]:
    """The keys of the words: of those in letters alone, each by itself: thousands of phrases hold the same few."""
    parts = phrase.split() if phrase.replace(" ", "").isalpha() else (phrase,)
    return [key for part in parts for key in _keys_of_part(part)]


@cache
def _keys_of_part(part: str) -> tuple[str, ...]:
    return tuple(word.key for word in cut(part))


def _share_endings(root: _Node[Payload]) -> None:
    """Lets phrases that end alike and stand for the same share their ends; of composed ones few others are left."""
    known: dict[object, _Node[Payload]] = {}
    ids: dict[Payload, int] = {}

    def shared(node: _Node[Payload]) -> _Node[Payload]:
        for key, child in node.children.items():
            node.children[key] = shared(child)
        payloads = tuple(ids.setdefault(payload, len(ids)) for payload in node.payloads)
        return known.setdefault((payloads, tuple((key, id(child)) for key, child in node.children.items())), node)

    shared(root)


def _with_its_e(form: str) -> str:
    """ "Cykl" of "cykler" with the e that the ending cost it; empty where none could be lost."""
    return f"{form[:-1]}e{form[-1]}" if form[-1] in _SYLLABIC and form[-2] not in _VOWELS else ""
