"""As many CVs as wanted, varied from the bundled ones, with vectors varied instead of embedded."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random

import numpy as np

from indexer.embedding.contract import Embedder, Vectors
from indexer.intake.cv import Cv
from matcher.candidates.build import passage_texts, read
from matcher.evaluation.collection import bundled_cvs
from taxonomy.catalog import Catalog
from taxonomy.places import places

DISTINCT = 2_000  # CVs with texts of their own; the rest repeat them with other ids, homes and vectors
NOTE = f"CVs varied from the bundled ones, {DISTINCT:,} distinct texts; vectors varied by seeded noise, not embedded"
NOISE = 0.2  # length of the noise beside a unit vector: a varied passage lies at a cosine of 0.98 to its origin
NEARBY_BELOW = "3700"  # postcodes of the capital and northern Zealand
ADDED_SENTENCE, ADDED_SKILL = " – ", ", "  # what a varied text is cut at to find its origin


def varied_cvs(count: int, catalog: Catalog) -> Iterator[Cv]:
    """CVs with ids in the order given; the first DISTINCT have texts of their own."""
    chance = Random(20261122)
    nearby = sorted(code for code in places() if code < NEARBY_BELOW)
    distinct = list(_distinct(min(count, DISTINCT), catalog, chance))
    for number in range(count):
        yield replace(distinct[number % DISTINCT], id=varied_id(number), postcode=chance.choice(nearby))


def varied_id(number: int) -> str:
    """The id of the CV of that number; ids sort as numbers do."""
    return f"V-{number:07d}"


def number_of(varied: str) -> int:
    """The number in such an id."""
    return int(varied.removeprefix("V-"))


def _distinct(count: int, catalog: Catalog, chance: Random) -> Iterator[Cv]:
    """Each with a wish, a sentence and a skill of another of the same trade, and other years."""
    originals = bundled_cvs()
    alike = _alike(originals, catalog)
    for number in range(count):
        own = originals[number % len(originals)]
        other = chance.choice(alike[own.id])
        yield replace(
            own,
            text=f"{own.text}{ADDED_SENTENCE}{chance.choice(other.text.split('. '))} {number}",
            skills=(*own.skills, chance.choice(other.skills)) if own.skills and other.skills else own.skills,
            desired_jobs=tuple(dict.fromkeys((*own.desired_jobs[:1], *other.desired_jobs[:1]))),
            experience=tuple(
                replace(job, years=max(0.5, job.years + chance.randint(-2, 4)) if job.years else None)
                for job in own.experience
            ),
        )


class VariedVectors:
    """An embedder that gives a varied text its origin's vector with noise, the same text always the same vector."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        texts = sorted({text for cv in bundled_cvs() for _, text, _ in passage_texts(cv)})
        self._origins: dict[str, Vectors] = dict(zip(texts, embedder.passages(texts), strict=True))

    @property
    def name(self) -> str:
        """The embedder's name: the bundled panel of that model fits."""
        return self._embedder.name

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return self._embedder.dimensions

    def passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """Vectors of CV passages; other texts, such as orders, are truly embedded."""
        vectors = [self._vector(text) for text in texts]
        others = [row for row, vector in enumerate(vectors) if vector is None]
        embedded = dict(zip(others, self._embedder.passages([texts[row] for row in others]), strict=True))
        if progress:
            progress(len(texts))
        found = [embedded[row] if vector is None else vector for row, vector in enumerate(vectors)]
        return np.array(found, np.float32).reshape(len(texts), self.dimensions)

    def queries(self, texts: Sequence[str]) -> Vectors:
        """Truly embedded."""
        return self._embedder.queries(texts)

    def _vector(self, text: str) -> Vectors | None:
        if text in self._origins:
            return self._origins[text]
        for mark in (ADDED_SENTENCE, ADDED_SKILL):
            if (origin := self._origins.get(text.rpartition(mark)[0])) is not None:
                seed = hashlib.blake2b(text.encode(), digest_size=8).digest()
                varied: Vectors = noisy(origin[None, :], int.from_bytes(seed))[0]
                return varied
        return None


def noisy(vectors: Vectors, seed: int) -> Vectors:
    """Unit vectors near the given ones, the same for the same seed."""
    noise = np.random.default_rng(seed).standard_normal(vectors.shape, np.float32)
    moved = vectors + noise * np.float32(NOISE / vectors.shape[1] ** 0.5)
    unit: Vectors = moved / np.linalg.norm(moved, axis=1, keepdims=True)
    return unit


def _alike(cvs: Sequence[Cv], catalog: Catalog) -> dict[str, list[Cv]]:
    """For every CV those whose first wish lies in the same trade, itself among them."""
    groups: dict[str, list[Cv]] = defaultdict(list)
    trades: dict[str, str] = {}
    for cv in cvs:
        wishes = read(cv, catalog).wishes
        trades[cv.id] = catalog.occupations[wishes[0].occupation].trade if wishes else ""
        groups[trades[cv.id]].append(cv)
    return {cv.id: groups[trades[cv.id]] for cv in cvs}
