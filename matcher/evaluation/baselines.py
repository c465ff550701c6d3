"""Plain rankings to measure ours against: words alone, meaning alone, and the two fused by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from indexer.embedding.contract import Vectors
from indexer.engines.fusion import fuse
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import passage_texts
from matcher.candidates.profile import Candidate
from matcher.candidates.whole_vector import whole_vector
from matcher.orders.profile import TEXT, TITLE, OrderProfile, text_fields
from taxonomy.language import analyse

SATURATION, LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b, the usual values


@dataclass(frozen=True)
class PlainPool:
    """CVs as the baselines see them: how often each stem stands in which CV, and one unit vector a CV."""

    stems: Mapping[str, Counter[str]]
    vectors: Mapping[str, Vectors]


def plain_pool(cvs: Sequence[Cv], candidates: Sequence[Candidate]) -> PlainPool:
    """The pool of CVs and their candidates; the vectors are those of our own ranking, none is computed anew."""
    return PlainPool(
        stems={cv.id: Counter(analyse(_whole_text(cv))) for cv in cvs},
        vectors={candidate.id: whole_vector(candidate.profile.passages) for candidate in candidates},
    )


def by_words(order: JobOrder, pool: PlainPool) -> list[str]:
    """The CVs that share a stem with the order, best BM25 first (Robertson and Zaragoza 2009); ties by id."""
    asked = sorted({stem for field in text_fields(order) for stem in analyse(field.text)})
    mean_length = sum(stems.total() for stems in pool.stems.values()) / max(len(pool.stems), 1)
    rarity = {stem: _rarity(sum(stem in stems for stems in pool.stems.values()), len(pool.stems)) for stem in asked}
    scores = {found: _bm25(stems, rarity, mean_length) for found, stems in pool.stems.items()}
    return _best_first({found: score for found, score in scores.items() if score > 0})


def by_meaning(order: OrderProfile, pool: PlainPool) -> list[str]:
    """Every CV, the nearest to the order (title and whole text together, as search asks) first; ties by id."""
    return _best_first(
        {
            found: float(np.dot(order.vectors[TITLE] + order.vectors[TEXT], vector))
            for found, vector in pool.vectors.items()
        }
    )


def by_both(order: JobOrder, profile: OrderProfile, pool: PlainPool) -> list[str]:
    """Words and meaning fused by reciprocal rank."""
    return [found for found, _ in fuse([by_words(order, pool), by_meaning(profile, pool)])]


def _whole_text(cv: Cv) -> str:
    return ". ".join([*(text for _, text, _ in passage_texts(cv)), *cv.licences, *cv.languages])


def _rarity(holders: int, texts: int) -> float:
    return log(1 + (texts - holders + 0.5) / (holders + 0.5))


def _bm25(stems: Counter[str], rarity: Mapping[str, float], mean_length: float) -> float:
    damping = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * stems.total() / mean_length)
    return sum(
        weight * stems[stem] * (SATURATION + 1) / (stems[stem] + damping)
        for stem, weight in rarity.items()
        if stem in stems
    )


def _best_first(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda found: (-scores[found], found))
