"""What the routing learns from: labelled texts by file, orders made of the taxonomy, and the taxonomy's own titles.

All of it can be had without some occupations, as if nobody had thought of them: that is how unseen texts look.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from indexer.embedding.contract import Embedder, Vectors
from matcher.dispatch.evidence import job_of
from matcher.dispatch.learnt_letters import LearntLetters
from matcher.dispatch.learnt_meaning import LearntMeaning
from matcher.dispatch.learnt_words import LearntWords
from matcher.dispatch.signs import signs_of
from matcher.evaluation.labels import LabelledOrder, read_labelled_order
from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from taxonomy.concepts import Occupation
from tests.quality.labelled_files import ESCO, FOLDER, read_labelled
from tests.quality.learning.letters import learn_letters
from tests.quality.learning.meaning import learn_plane
from tests.quality.learning.words import Lesson, Stems, learn_words, lesson_weights
from tests.quality.made_orders import made_orders
from tests.quality.real_ads import labelled_ads

ADS = "ads"  # learnt from; measured on only to look at, as their condition is
WRITTEN = "lessons"  # short orders written to be learnt from, never measured on
MADE_OF_EACH = 8  # orders of an occupation


def development_texts() -> dict[str, list[LabelledOrder]]:
    """Every development text that names a job, by file; the files of demands are labelled with the trade too."""
    files = [
        *sorted((FOLDER / "routing").glob("orders_development*.jsonl")),
        *sorted((FOLDER / "reading").glob("requirements_development*.jsonl")),
    ]
    texts = {file.stem: [one for one in read_labelled(file, read_labelled_order) if one.trade] for file in files}
    lessons = read_labelled(FOLDER / "routing" / f"{WRITTEN}.jsonl", read_labelled_order)
    texts[WRITTEN] = [one for one in lessons if one.trade]
    texts[ADS] = list(_ads())
    return {name: found for name, found in texts.items() if found}


def _ads() -> Iterator[LabelledOrder]:
    path = ESCO.parent / "ads" / "real_ads.jsonl"
    if path.exists():
        yield from map(read_labelled_order, labelled_ads(path))


class Lessons:
    """The texts of all files, and what is learnt from those that are left in."""

    def __init__(self, catalog: Catalog, embedder: Embedder) -> None:
        self.trades = tuple(catalog.trades)
        self._embedder = embedder
        self._occupations = tuple(catalog.occupations.values())
        files = development_texts()
        self.texts = [text for found in files.values() for text in found]
        self.files = np.repeat(list(files), [len(found) for found in files.values()])
        self.right = [{self.trades.index(trade) for trade in (str(one.trade), *one.also)} for one in self.texts]
        self.jobs = [job_of(text.order, understand(text.order, catalog), catalog) for text in self.texts]
        self._trade = np.array([self.trades.index(str(one.trade)) for one in self.texts])

    def words(self, without: frozenset[str], lacking: frozenset[str]) -> LearntWords:
        """The words of the made orders and the other files' texts."""
        made = [lesson for lesson, of in zip(self._made, self._made_of, strict=True) if of not in lacking]
        told = [
            Lesson(tuple(dict.fromkeys((*title, *body))), int(self._trade[row]), False)
            for row, (title, body) in enumerate(self.stems)
            if self.files[row] not in without
        ]
        stems, leanings = learn_words([*made, *told], len(self.trades))
        return LearntWords(self.trades, dict(zip(stems, leanings, strict=True)))

    def letters(self, lacking: frozenset[str]) -> LearntLetters:
        """The runs of letters of the taxonomy's titles; no text is learnt from."""
        left = [one for one in self._occupations if one.id not in lacking]
        titles = [(title, self.trades.index(one.trade)) for one in left for title in dict.fromkeys(_titles_of(one))]
        said, trades = [title for title, _ in titles], np.array([trade for _, trade in titles])
        return LearntLetters(self.trades, learn_letters(said, trades, len(self.trades)))

    def meaning(self, without: frozenset[str], lacking: frozenset[str]) -> LearntMeaning:
        """The planes of the taxonomy's titles and made orders and the other files' texts."""
        told = ~np.isin(self.files, list(without))
        planes = []
        for (vectors, trades, of), own in zip((self._titles, self._made_texts), self.vectors, strict=True):
            kept = ~np.isin(of, list(lacking))
            made = np.repeat([True, False], [kept.sum(), told.sum()])
            column = np.concatenate([trades[kept], self._trade[told]])
            weight = lesson_weights(column, made, len(self.trades))
            planes.append(learn_plane(np.vstack([vectors[kept], own[told]]), column, weight, len(self.trades)))
        return LearntMeaning(self.trades, np.stack(planes))

    @cached_property
    def stems(self) -> list[tuple[Stems, Stems]]:
        """The signs of each text's job and of its body."""
        return [
            (tuple(signs_of(job)), tuple(signs_of(text.order.text)))
            for job, text in zip(self.jobs, self.texts, strict=True)
        ]

    @cached_property
    def vectors(self) -> tuple[Vectors, Vectors]:
        """The vectors of each text's job and of the whole."""
        whole = [f"{text.order.title}. {text.order.text}" for text in self.texts]
        return self._embedder.queries(self.jobs), self._embedder.queries(whole)

    @cached_property
    def _orders(self) -> list[str]:
        return [f"{one.title}. {one.text}" for one in made_orders(self._occupations, MADE_OF_EACH)]

    @cached_property
    def _made_of(self) -> NDArray[np.str_]:
        return np.repeat([one.id for one in self._occupations], MADE_OF_EACH)

    @cached_property
    def _made(self) -> list[Lesson]:
        return [
            Lesson(tuple(dict.fromkeys(signs_of(order))), int(trade), True)
            for order, trade in zip(self._orders, self._trades_of(MADE_OF_EACH), strict=True)
        ]

    @cached_property
    def _made_texts(self) -> tuple[Vectors, NDArray[np.intp], NDArray[np.str_]]:
        return self._embedder.queries(self._orders), self._trades_of(MADE_OF_EACH), self._made_of

    @cached_property
    def _titles(self) -> tuple[Vectors, NDArray[np.intp], NDArray[np.str_]]:
        each = [_titles_of(one) for one in self._occupations]
        times = np.array([len(titles) for titles in each])
        of = np.repeat([one.id for one in self._occupations], times)
        return self._embedder.queries([one for titles in each for one in titles]), self._trades_of(times), of

    def _trades_of(self, times: int | NDArray[np.intp]) -> NDArray[np.intp]:
        return np.repeat([self.trades.index(one.trade) for one in self._occupations], times)


def _titles_of(occupation: Occupation) -> tuple[str, ...]:
    return (occupation.label, *occupation.titles, occupation.english, *occupation.english_titles)
