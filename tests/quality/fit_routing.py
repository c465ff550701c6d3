"""Fits the routing weights on the development texts: `python -m tests.quality.fit_routing CACHE [--save]`.

Leaves out each file of texts in turn, as every file has an author and a voice of its own, and prints what weights and
words learnt from the others give on it; then the weights for matcher/dispatch/data/routing.toml. `--save` writes the
words, `-v` shows the mistakes, `--ads` measures on the advertisements too. What the product gives with the weights it
has, on either half: `jobformidling evaluate routing`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.choose import choose_embedder
from matcher.dispatch.evidence import EVIDENCE, EvidenceReader
from matcher.dispatch.fitting import fit
from matcher.dispatch.fitting_words import Lesson, Stems, learn_words
from matcher.dispatch.heading import job_part
from matcher.dispatch.learnt_words import LearntWords, save_learnt_words
from matcher.dispatch.weighing import Floats, load_routing_weights, softmax
from matcher.evaluation.labels import LabelledOrder, read_labelled_order
from matcher.evaluation.routing import RoutedText, RoutingEvaluation
from matcher.orders.profile import understand
from taxonomy.catalog import load_catalog
from taxonomy.language import analyse
from tests.quality.labelled_files import ESCO, FOLDER, read_labelled
from tests.quality.made_orders import made_orders
from tests.quality.real_ads import labelled_ads

ADS = "ads"  # learnt from; measured on only to look at, as their condition is


def development_texts() -> dict[str, list[LabelledOrder]]:
    """Every development text that names a job, by file; the files of demands are labelled with the trade too."""
    files = [
        *sorted((FOLDER / "routing").glob("orders_development*.jsonl")),
        *sorted((FOLDER / "reading").glob("requirements_development*.jsonl")),
    ]
    texts = {file.stem: [one for one in read_labelled(file, read_labelled_order) if one.trade] for file in files}
    texts[ADS] = list(_ads())
    return {name: found for name, found in texts.items() if found}


def _ads() -> Iterator[LabelledOrder]:
    path = ESCO.parent / "ads" / "real_ads.jsonl"
    if path.exists():
        yield from map(read_labelled_order, labelled_ads(path))


class Texts:
    """The evidence, the right trades and the words of every text."""

    def __init__(self, reader: EvidenceReader) -> None:
        files = development_texts()
        self.trades = reader.trades
        self.texts = [text for found in files.values() for text in found]
        self.files = np.repeat(list(files), [len(found) for found in files.values()])
        self.right = [{self.trades.index(trade) for trade in (str(one.trade), *one.also)} for one in self.texts]
        readings = [understand(text.order, reader.catalog) for text in self.texts]
        self._evidence = np.stack(
            [reader.read(text.order, reading).values for text, reading in zip(self.texts, readings, strict=True)]
        )
        self._titles: list[Stems] = []
        for text, reading in zip(self.texts, readings, strict=True):
            named = [found for found in reading.occupations if found.quote.field == "title"]
            job = text.order.title[slice(*job_part(text.order.title, named, reader.catalog))]
            self._titles.append(tuple(analyse(job)))
        self._bodies = [tuple(analyse(text.order.text)) for text in self.texts]
        self._made = [
            Lesson(tuple(dict.fromkeys(analyse(f"{one.title}. {one.text}"))), self.trades.index(one.trade), True)
            for one in made_orders(tuple(reader.catalog.occupations.values()))
        ]
        self.words = cache(self._words)

    def _words(self, without: frozenset[str]) -> tuple[list[str], Floats]:
        """What is learnt from the made orders and the texts of the other files."""
        labelled = [
            Lesson(tuple(dict.fromkeys((*title, *body))), self.trades.index(str(text.trade)), False)
            for text, title, body, file in zip(self.texts, self._titles, self._bodies, self.files, strict=True)
            if file not in without
        ]
        return learn_words([*self._made, *labelled], len(self.trades))

    def evidence(self, file: str, without: frozenset[str]) -> Floats:
        """The evidence of a file's texts, by words that were learnt without some files."""
        stems, leanings = self.words(without)
        learnt = LearntWords(self.trades, dict(zip(stems, leanings, strict=True)))
        rows = np.flatnonzero(self.files == file)
        found = self._evidence[rows].copy()
        found[:, EVIDENCE.index("learnt_of_title")] = [learnt.lean(self._titles[row]) for row in rows]
        found[:, EVIDENCE.index("learnt_of_text")] = [learnt.lean(self._bodies[row]) for row in rows]
        return found

    def weights(self, without: frozenset[str] = frozenset()) -> Floats:
        """The weights, each file seen with words that were learnt without it."""
        files = [str(file) for file in dict.fromkeys(self.files) if file not in without]
        evidence = np.concatenate([self.evidence(file, without | {file}) for file in files])
        rows = np.concatenate([np.flatnonzero(self.files == file) for file in files])
        return fit(evidence, [self.right[row] for row in rows])

    def without(self, file: str) -> Floats:
        """The probabilities of a file's texts by weights and words that never saw it. Shape (texts, trades)."""
        left_out = frozenset({file})
        return softmax(np.einsum("k,okt->ot", self.weights(left_out), self.evidence(file, left_out)))


def report(name: str, routed: list[RoutedText]) -> None:
    """Accuracy, calibration and what each border leaves to KVS."""
    found = RoutingEvaluation(tuple(routed))
    right, of = found.right_of()
    each = " ".join(
        f"{found.right_of(trade)[0] / max(found.right_of(trade)[1], 1):.3f}"
        for trade in sorted({str(text.labelled.trade) for text in routed})
    )
    print(f"{name}: right {right / of:.3f} of {of} ({each}), calibration error {found.calibration_error:.3f}")
    for one in found.borders():
        if one.probability >= 0.7:
            wrong = one.wrong / max(one.alone, 1)
            print(f"    from {one.probability}: left {1 - one.alone / of:.3f}, of the others wrong {wrong:.3f}")


def main() -> None:
    """Fit on the development texts."""
    reader = EvidenceReader(load_catalog(), choose_embedder(cache_folder=Path(sys.argv[1])))
    texts = Texts(reader)
    border, everything = load_routing_weights().decide_from, []
    for file in dict.fromkeys(texts.files):
        if file == ADS and "--ads" not in sys.argv:
            continue
        chances = texts.without(str(file))
        rows = np.flatnonzero(texts.files == file)
        routed = [
            RoutedText(texts.texts[row], reader.trades[int(one.argmax())], float(one.max()), bool(one.max() >= border))
            for row, one in zip(rows, chances, strict=True)
        ]
        report(f"without {file}", routed)
        everything += routed if file != ADS else []
    report("all", everything)
    if "-v" in sys.argv:
        for text in everything:
            if not text.right:
                one = text.labelled
                print("   ", one.id, one.order.title[:60], "|", one.trade, "->", text.chosen, round(text.confidence, 2))
    for name, weight in zip(EVIDENCE, texts.weights(), strict=True):
        print(f"{name} = {weight:.3f}")
    if "--save" in sys.argv:
        print(save_learnt_words(reader.trades, *texts.words(frozenset())), "words kept")


if __name__ == "__main__":
    main()
