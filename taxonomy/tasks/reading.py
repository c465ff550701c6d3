"""Finds tasks in running text by words that stand near each other, in any inflection and inside compounds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.language import base_lexicon, fold, stem
from taxonomy.language.compounds import plain_forms
from taxonomy.neutral.texts import gender_neutral_title
from taxonomy.reading.text.words import Word, cut
from taxonomy.tasks.vocabulary import Task, bundled_tasks

NEAR = 4  # words between the first word of a wording and another of its words; judgement
BEFORE = 4  # words that may stand between a denial and what it denies
SHORTEST_STEM = 4  # letters; "led" is the stem of ledelse and of ledig
DENIALS = frozenset(
    {"ikke", "ej", "ingen", "intet", "aldrig", "uden", "undtagen", "not", "no", "never", "without", "nie", "bez", "не"}
)
BUT_ALSO = frozenset({"kun", "bare", "blot", "alene", "only", "just"})  # "ikke kun" denies nothing
ARABIC_ARTICLES = ("وال", "بال", "ال", "لل")
PAST_ENDINGS = ("ede", "te")
WORDS_KEPT = 50_000  # words whose marks are remembered


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A task in a text: `start` and `end` are where its words stand; `sentence` counts from 0."""

    task: str
    start: int
    end: int
    sentence: int


class TaskReader:
    """Finds the tasks of one vocabulary."""

    def __init__(self, tasks: Iterable[Task]) -> None:
        self._marks = _Marks()
        self._wordings: dict[int, list[tuple[tuple[int, ...], str]]] = defaultdict(list)
        for task in tasks:
            for wording in task.wordings:
                self._add(wording, task.key)

    def find(self, text: str) -> list[TaskFound]:
        """The tasks that the text names and does not deny, in order, each once per sentence; linear time."""
        words = cut(text)
        marks = [self._marks.of(word.key) for word in words]
        found: dict[tuple[str, int], TaskFound] = {}
        for place, one in enumerate(marks):
            for mark in one:
                for others, task in self._wordings.get(mark, ()):
                    span = _span(words, marks, place, others)
                    if span and (task, words[place].sentence) not in found and not _denied(words, *span):
                        first, last = words[span[0]], words[span[1]]
                        found[task, first.sentence] = TaskFound(task, first.start, last.end, first.sentence)
        return list(found.values())

    def _add(self, wording: str, task: str) -> None:
        pieces = [word for part in wording.split() for word in _pieces(part)]
        if pieces:
            marks = [self._marks.add(piece) for piece in pieces]
            # The longest word opens a wording: it stands in the fewest texts.
            opening = max(range(len(pieces)), key=lambda place: len(pieces[place]))
            self._wordings[marks[opening]].append((tuple(m for n, m in enumerate(marks) if n != opening), task))


def _pieces(part: str) -> Iterator[str]:
    sign = part if part[:1] in "=*" or part[-1:] == "*" else ""
    if sign:
        yield sign
    else:
        yield from (word.text for word in cut(part))


class _Marks:
    """Numbers the words of all wordings, and tells which of these numbers a word of a text matches."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._lengths: dict[str, set[int]] = {"opens": set(), "ends": set()}

    def add(self, piece: str) -> int:
        """The number of a word of a wording."""
        key = _key(piece)
        if key[0] in self._lengths:
            self._lengths[key[0]].add(len(key[1]))
        return self._numbers.setdefault(key, len(self._numbers))

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers that a folded word matches."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= WORDS_KEPT:
                self._known.clear()
            keys = (self._numbers.get(key) for key in self._keys(fold(gender_neutral_title(word) or word)))
            found = self._known[word] = tuple(sorted({key for key in keys if key is not None}))
        return found

    def _keys(self, word: str) -> Iterator[tuple[str, str]]:
        parts = base_lexicon().split(word)
        for one in {word, *(fold(part) for part in parts), *_without_article(word)}:
            yield from (("plain", form) for form in plain_forms(one))
            yield from (("stem", stem(form)) for form in (one, *_present(one)))
        yield "alone", word
        yield from (("opens", word[:length]) for length in self._lengths["opens"] if length <= len(word))
        yield from (("ends", word[-length:]) for length in self._lengths["ends"] if length <= len(word))


def _key(piece: str) -> tuple[str, str]:
    if piece.startswith("="):
        return "alone", fold(piece[1:])
    if piece.endswith("*"):
        return "opens", fold(piece[:-1])
    if piece.startswith("*"):
        return "ends", fold(piece[1:])
    found = stem(piece)
    return ("stem", found) if len(found) >= SHORTEST_STEM else ("plain", fold(piece))


def _present(word: str) -> Iterator[str]:
    """A verb without the ending of its past, which the stems keep: vaskede, kørte."""
    for ending in PAST_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield word[: -len(ending)]


def _without_article(word: str) -> tuple[str, ...]:
    article = next((one for one in ARABIC_ARTICLES if word.startswith(one)), "")
    return (word[len(article) :],) if article and len(word) > len(article) + 2 else ()


def _span(
    words: Sequence[Word], marks: Sequence[tuple[int, ...]], place: int, others: Sequence[int]
) -> tuple[int, int] | None:
    """From the first to the last word of the wording around the place; None where a word of it is not near."""
    taken = {place}  # "dør til dør" needs two doors
    near = range(max(0, place - NEAR), min(len(words), place + NEAR + 1))
    for other in others:
        beside = (
            at for at in near if at not in taken and other in marks[at] and words[at].sentence == words[place].sentence
        )
        at = min(beside, key=lambda one: abs(one - place), default=None)
        if at is None:
            return None
        taken.add(at)
    return min(taken), max(taken)


def _denied(words: Sequence[Word], first: int, last: int) -> bool:
    """ "Ikke gøre rent", "gør ikke rent"."""
    for at in range(max(0, first - BEFORE), last):
        if words[at].clause == words[first].clause and words[at].key in DENIALS:
            return words[at + 1].key not in BUT_ALSO
    return False


@cache
def bundled_task_reader() -> TaskReader:
    """The reader of the tasks that come with the software."""
    return TaskReader(bundled_tasks().values())
