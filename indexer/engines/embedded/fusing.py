"""Reciprocal rank fusion of slots: the same as engines/fusion.py says of ids, on arrays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from indexer.engines.contract import SearchHit, SearchQuery
from indexer.engines.embedded.columns import ColumnsView
from indexer.engines.fusion import RANK_CONSTANT

Slots = NDArray[np.int64]
_hit = partial(tuple.__new__, SearchHit)  # not `_make`, which counts the fields of every one again


@dataclass(frozen=True, slots=True, eq=False)
class RankedSlots:
    """Slots, best first, with their scores and their ranks by words and by meaning (0: not in that list)."""

    slots: Slots
    scores: NDArray[np.float64]
    lexical: Slots
    dense: Slots

    def of(self, some: NDArray[np.bool_]) -> RankedSlots:
        """The chosen ones alone."""
        return RankedSlots(self.slots[some], self.scores[some], self.lexical[some], self.dense[some])

    def hits(self, columns: ColumnsView) -> tuple[SearchHit, ...]:
        """The documents of the slots, as the contract tells them."""
        ids, sequences = _ids(self.slots, columns), columns.records["sequence"][self.slots].tolist()
        ranks = _told(self.lexical), _told(self.dense)
        return tuple(map(_hit, zip(ids, self.scores.tolist(), *ranks, sequences, strict=True)))


def fused_slots(query: SearchQuery, by_words: Slots | None, by_meaning: Slots, columns: ColumnsView) -> RankedSlots:
    """The page that the query asks for of what was found by words (None: not asked) and by meaning, best first."""
    words = by_meaning[:0] if by_words is None else by_words
    depth = query.depth if len(by_meaning) and by_words is not None else len(words) or len(by_meaning)
    slots, rows = _each_once(np.concatenate((words, by_meaning)))
    lexical, dense = _ranks(rows[: len(words)], len(slots)), _ranks(rows[len(words) :], len(slots))
    fused, behind = lexical, np.zeros(())
    if len(words) > depth:
        # What stands deeper in the words' list than is fused comes behind all that is, so that pages never overlap.
        behind = (lexical > depth) & (dense == 0)
        fused = np.where((lexical <= depth) | behind, lexical, 0)
    scores = _worth(fused) + _worth(dense)
    page = best_first(scores - behind, slots, columns, query.offset + query.limit)[query.offset :]
    return RankedSlots(slots[page], scores[page], lexical[page], dense[page])


def best_first(scores: NDArray[np.float64], slots: Slots, columns: ColumnsView, most: int) -> NDArray[np.intp]:
    """The places of the `most` highest scores, highest first; equals by their ids, which are read of these alone."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    last = ranked[min(most, len(ranked)) - 1] if most and len(ranked) else np.inf
    shown = int(np.searchsorted(-ranked, -last, "right"))  # with all that are equal to the last
    order, ranked = order[:shown], ranked[:shown]
    like_before = ranked[1:] == ranked[:-1]
    if like_before.any():
        like = np.zeros(shown, np.bool_)
        like[1:] = like_before
        like[:-1] |= like_before
        tied = np.flatnonzero(like)
        ids = _ids(slots[order[tied]], columns)
        by_id = tied[sorted(range(len(ids)), key=ids.__getitem__)]
        order[tied] = order[by_id[np.argsort(-ranked[by_id], kind="stable")]]
    return order[:most]


def _ids(slots: Slots, columns: ColumnsView) -> list[str]:
    return list(map(columns.ids.__getitem__, slots.tolist()))


def _each_once(found: Slots) -> tuple[Slots, NDArray[np.intp]]:
    """The slots ascending, and at which of them each that was found stands: np.unique without its many questions."""
    order = found.argsort()
    ascending = found[order]
    is_new = np.ones(len(found), np.bool_)
    np.not_equal(ascending[1:], ascending[:-1], out=is_new[1:])
    rows = np.empty(len(found), np.intp)
    rows[order] = is_new.cumsum() - 1
    return ascending[is_new], rows


def _ranks(rows: NDArray[np.intp], count: int) -> Slots:
    """The rank from 1 of each of so many; 0 for who is not in the list."""
    ranks = np.zeros(count, np.int64)
    ranks[rows] = np.arange(1, len(rows) + 1)
    return ranks


def _worth(ranks: Slots) -> NDArray[np.float64]:
    return (ranks > 0) / (RANK_CONSTANT + ranks)


def _told(ranks: Slots) -> list[int | None]:
    return [rank or None for rank in ranks.tolist()]
