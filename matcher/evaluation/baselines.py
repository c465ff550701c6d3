"""Plain rankings to measure ours against: words alone, meaning alone, and the two fused by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.engines.fusion import fuse
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import passage_texts
from matcher.orders.profile import TEXT, TITLE, query_texts, text_fields
from taxonomy.catalog import Catalog
from taxonomy.language import analyse
from taxonomy.reading.findings import OrderReading

SATURATION, LENGTH_SHARE = 1.2, 0.75  # BM25's k1 and b, the usual values


@dataclass(frozen=True)
class PlainPool:
    """CVs as the baselines see them: how often each stem stands in which CV, and one unit vector a CV."""

    stems: Mapping[str, Counter[str]]
    vectors: Mapping[str, Vectors]


def plain_pool(cvs: Sequence[Cv], embedder: Embedder) -> PlainPool:
    """The pool of CVs; meaning is the model's own, without the directions that our ranking learnt."""
    texts = [[text for _, text, _ in passage_texts(cv)] for cv in cvs]
    flat = embedder.passages([text for one in texts for text in one])
    vectors = np.split(flat, np.cumsum([len(one) for one in texts])[:-1]) if cvs else []
    return PlainPool(
        stems={cv.id: Counter(analyse(_whole_text(cv))) for cv in cvs},
        vectors={cv.id: _unit(rows.mean(axis=0)) for cv, rows in zip(cvs, vectors, strict=True)},
    )


def plain_question(order: JobOrder, reading: OrderReading, catalog: Catalog, embedder: Embedder) -> Vectors:
    """What the order asks for by the model alone: its title and whole text together, as search asks."""
    asked: Vectors = embedder.queries(query_texts(order, reading, catalog))
    return _unit(asked[TITLE] + asked[TEXT])


def by_words(order: JobOrder, pool: PlainPool) -> list[str]:
    """The CVs that share a stem with the order, best BM25 first (Robertson and Zaragoza 2009); ties by id."""
    asked = sorted({stem for field in text_fields(order) for stem in analyse(field.text)})
    mean_length = sum(stems.total() for stems in pool.stems.values()) / max(len(pool.stems), 1)
    rarity = {stem: _rarity(sum(stem in stems for stems in pool.stems.values()), len(pool.stems)) for stem in asked}
    scores = {found: _bm25(stems, rarity, mean_length) for found, stems in pool.stems.items()}
    return _best_first({found: score for found, score in scores.items() if score > 0})


def by_meaning(asked: Vectors, pool: PlainPool) -> list[str]:
    """Every CV, the nearest to what is asked (`plain_question`) first; ties by id."""
    return _best_first({found: float(np.dot(asked, vector)) for found, vector in pool.vectors.items()})


def by_both(order: JobOrder, asked: Vectors, pool: PlainPool) -> list[str]:
    """Words and meaning fused by reciprocal rank."""
    return [found for found, _ in fuse([by_words(order, pool), by_meaning(asked, pool)])]


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


def _unit(vector: Vectors) -> Vectors:
    size = float(np.linalg.norm(vector))
    return vector / size if size else vector


def _best_first(scores: Mapping[str, float]) -> list[str]:
    return sorted(scores, key=lambda found: (-scores[found], found))
