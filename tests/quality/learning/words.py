"""Learning how each word leans to the trades."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from matcher.dispatch.weighing import Floats, softmax
from matcher.dispatch.words import STAFF_STEMS
from tests.quality.learning.weights import descend

STEPS, STEP_LENGTH = 120, 0.2
SHRINKAGE = 3e-5  # 1e-5 to 3e-5 did best where a whole file of texts was left out
SHARE_OF_LABELLED = 0.5  # of all weight: the labelled texts are few beside the made ones
SEEN_AT_LEAST = 2  # texts; a word of one text tells of that text

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The different stems of a text and the column of its trade; `made` of the taxonomy or labelled."""

    stems: Stems
    trade: int
    made: bool


def learn_words(lessons: Sequence[Lesson], trades: int) -> tuple[list[str], Floats]:
    """The stems and their leanings, shape (stems, trades): the logistic regression over all lessons."""
    seen = Counter(stem for lesson in lessons for stem in lesson.stems)
    stems = sorted(stem for stem, times in seen.items() if times >= SEEN_AT_LEAST and stem not in STAFF_STEMS)
    text, word, value = _positions(lessons, {stem: row for row, stem in enumerate(stems)})
    column, made = np.array([lesson.trade for lesson in lessons]), np.array([lesson.made for lesson in lessons])
    wanted, weight = np.eye(trades)[column], lesson_weights(column, made, trades)[:, None]

    def slope(leanings: Floats) -> Floats:
        off = (softmax(_summed(text, value[:, None] * leanings[word], len(lessons))) - wanted) * weight
        return _summed(word, off[text] * value[:, None], len(stems)) + SHRINKAGE * leanings

    leanings = descend(np.zeros((len(stems), trades)), slope, STEPS, STEP_LENGTH)
    return stems, leanings - leanings.mean(axis=1, keepdims=True)


def _positions(lessons: Sequence[Lesson], rows: dict[str, int]) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats]:
    """Which text holds which known stem, and what it counts for there: long texts say no more than short ones."""
    known = [[rows[stem] for stem in lesson.stems if stem in rows] for lesson in lessons]
    counts = np.array([len(found) for found in known], np.intp)
    text = np.repeat(np.arange(len(lessons)), counts)
    word = np.array([row for found in known for row in found], np.intp)
    return text, word, 1 / np.sqrt(np.maximum(counts, 1))[text]


def lesson_weights(trade: NDArray[np.intp], made: NDArray[np.bool_], trades: int) -> Floats:
    """Made texts count the same for each trade; labelled ones half so and half as often as they come."""
    weight = np.zeros(len(trade))
    for chosen, share in ((made, 1 - SHARE_OF_LABELLED), (~made, SHARE_OF_LABELLED)):
        if chosen.any():
            evenly = 1 / np.bincount(trade[chosen], minlength=trades)[trade[chosen]] / trades
            weight[chosen] = share * (evenly if chosen is made else 0.5 * evenly + 0.5 / chosen.sum())
    return weight


def _summed(rows: NDArray[np.intp], values: Floats, size: int) -> Floats:
    return np.stack([np.bincount(rows, column, size) for column in values.T], axis=1)
