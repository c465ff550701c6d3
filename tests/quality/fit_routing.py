"""Fits the routing weights on the development texts: `python -m tests.quality.fit_routing CACHE [--save]`.

Each file of texts is left out in turn, as every file has an author and a voice of its own; words and planes never saw
it. But the taxonomy has: its titles were gathered while these texts were read, so that what it gives on them is too
sure. So every text is read twice, by the whole taxonomy and by one that lacks a fifth of the occupations, others for
each file, as an unseen text meets one that lacks its title. The weights are fitted on both. Prints what they give on
each file by the whole taxonomy and on all by either; then the weights for matcher/dispatch/data/routing.toml. `--save`
writes words, letters and planes, `-v` shows the mistakes, `--ads` measures on the advertisements too, `--fresh FILE`
learns nothing from the file of that name, `--groups N` leaves the files out in N groups, which takes minutes instead of
an hour, `--in-use` measures the weights in use instead of newly fitted ones. What the product gives on either half:
`jobformidling evaluate routing`.
"""

from __future__ import annotations

import sys
import zlib
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.choose import choose_embedder
from indexer.embedding.contract import Embedder
from matcher.dispatch.evidence import EVIDENCE, EvidenceReader
from matcher.dispatch.weighing import Floats, load_routing_weights, softmax
from matcher.evaluation.routing import RoutedText, RoutingEvaluation
from matcher.orders.profile import understand
from taxonomy.catalog import Catalog, load_catalog
from tests.quality.learning.keeping import save_letters, save_meaning, save_words
from tests.quality.learning.weights import fit
from tests.quality.routing_lessons import ADS, WRITTEN, Lessons

WHOLE, LACKING = 0.0, 0.2  # shares of the occupations that are not there; a fifth gives what unseen texts gave


def lacking(catalog: Catalog, file: str, share: float) -> frozenset[str]:
    """The occupations that the taxonomy lacks for a file: others for each file, the same whatever is added to it."""
    return frozenset(one for one in catalog.occupations if zlib.crc32(f"{file} {one}".encode()) < share * 2**32)


class Fitting:
    """The evidence of every file's texts, and weights from them."""

    def __init__(self, catalog: Catalog, embedder: Embedder, unused: frozenset[str], groups: int, in_use: bool) -> None:
        self._catalog, self._embedder, self._unused, self._in_use = catalog, embedder, unused, in_use
        self.lessons = Lessons(catalog, embedder)
        self.files = list(dict.fromkeys(map(str, self.lessons.files)))
        self._beside = self._grouped(groups) if groups else {file: frozenset({file}) for file in self.files}
        self.evidence, self.weights, self._reader = (
            cache(self._evidence),
            cache(self._weights),
            cache(self._made_reader),
        )

    def _grouped(self, groups: int) -> dict[str, frozenset[str]]:
        """For each file those that are left out with it: groups of about as many texts, the largest files first."""
        sizes = {file: len(self.rows(file)) for file in self.files}
        found: list[list[str]] = [[] for _ in range(groups)]
        for file in sorted(set(self.files) - {ADS, WRITTEN}, key=lambda file: -sizes[file]):
            min(found, key=lambda group: sum(sizes[one] for one in group)).append(file)
        together = {file: frozenset(group) for group in found for file in group}
        return {file: together.get(file, frozenset({file})) for file in self.files}

    def rows(self, file: str) -> list[int]:
        """Where the file's texts stand among all."""
        return np.flatnonzero(self.lessons.files == file).tolist()

    def _weights(self, without: str = "") -> Floats:
        """The weights by all files but one and those left out with it."""
        if self._in_use:
            return load_routing_weights().weights
        left_out = self._unused | self._beside.get(without, frozenset())
        files = [file for file in self.files if file not in left_out]
        evidence = np.concatenate([self.evidence(file, share) for share in (WHOLE, LACKING) for file in files])
        right = [self.lessons.right[row] for file in files for row in self.rows(file)]
        return fit(evidence, [*right, *right])

    def routed(self, file: str, share: float, border: float) -> list[RoutedText]:
        """Where a file's texts go by weights that never saw it and a taxonomy that lacks a share."""
        texts, trades = [self.lessons.texts[row] for row in self.rows(file)], self.lessons.trades
        chances = softmax(np.einsum("k,okt->ot", self.weights(file), self.evidence(file, share)))
        return [
            RoutedText(text, trades[int(one.argmax())], float(one.max()), bool(one.max() >= border))
            for text, one in zip(texts, chances, strict=True)
        ]

    def _evidence(self, file: str, share: float) -> Floats:
        catalog, reader = self._reader(self._beside[file], share)
        orders = [self.lessons.texts[row].order for row in self.rows(file)]
        return np.stack([reader.read(order, understand(order, catalog)).values for order in orders])

    def _made_reader(self, files: frozenset[str], share: float) -> tuple[Catalog, EvidenceReader]:
        """A taxonomy that lacks a share, and a reader by it that learnt nothing from the files."""
        gone, hidden = lacking(self._catalog, " ".join(sorted(files)), share), self._unused | files
        left = {key: one for key, one in self._catalog.occupations.items() if key not in gone}
        known = {
            key: replace(title, meanings=meanings)
            for key, title in self._catalog.ambiguous_titles.items()
            if (meanings := tuple(one for one in title.meanings if one.occupation in left))
        }
        catalog = replace(self._catalog, occupations=left, ambiguous_titles=known)
        reader = EvidenceReader(catalog, self._embedder)
        reader.letters = self.lessons.letters(gone)
        reader.learnt, reader.meaning = self.lessons.words(hidden, gone), self.lessons.meaning(hidden, gone)
        return catalog, reader


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
    unused = frozenset(sys.argv[sys.argv.index("--fresh") + 1 :][:1]) if "--fresh" in sys.argv else frozenset()
    groups = int(sys.argv[sys.argv.index("--groups") + 1]) if "--groups" in sys.argv else 0
    embedder = choose_embedder(cache_folder=Path(sys.argv[1]))
    fitting = Fitting(load_catalog(), embedder, unused, groups, "--in-use" in sys.argv)
    lessons, border = fitting.lessons, load_routing_weights().decide_from
    files = [file for file in fitting.files if file not in {ADS, WRITTEN}]
    for file in [*files, *([ADS] if "--ads" in sys.argv else [])]:
        report(f"without {file}", fitting.routed(file, WHOLE, border))
    everything, lacking_some = (
        [text for file in files for text in fitting.routed(file, share, border)] for share in (WHOLE, LACKING)
    )
    report("all", everything)
    report(f"all, {LACKING} of the occupations lacking", lacking_some)
    if "-v" in sys.argv:
        for text in everything:
            if not text.right:
                one = text.labelled
                print("   ", one.id, one.order.title[:60], "|", one.trade, "->", text.chosen, round(text.confidence, 2))
    for name, weight in zip(EVIDENCE, fitting.weights(), strict=True):
        print(f"{name} = {weight:.3f}")
    if "--save" in sys.argv:
        words = lessons.words(unused, frozenset())
        leanings = np.stack(list(words.leanings.values()))
        print(save_words(lessons.trades, list(words.leanings), leanings), "words kept")
        save_letters(lessons.trades, lessons.letters(frozenset()).leanings)
        save_meaning(lessons.trades, embedder.name, lessons.meaning(unused, frozenset()).planes)


if __name__ == "__main__":
    main()
