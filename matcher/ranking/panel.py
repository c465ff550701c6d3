"""The fixed panel of synthetic CVs that similarities are measured against."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

import numpy as np

from indexer.embedding.contract import Embedder
from indexer.intake import read_cv
from indexer.intake.cv import Cv
from matcher.candidates.build import build_candidates
from matcher.candidates.crowd import Crowd, Profiles, crowd, crowd_of
from matcher.candidates.packed import packed
from matcher.ranking.reference_panel import NORDIC, ReferencePanel
from taxonomy.catalog import Catalog
from taxonomy.language import text_language

FOREIGN_SHARE = 0.25  # enough of them for a mean within a sixth of a standard deviation
FOLDER = Path(__file__).parent / "data"
FILE, ABROAD = FOLDER / "panel.npz", FOLDER / "panel_abroad.npz"


def load_reference_panel(embedder: Embedder, catalog: Catalog, bundled: Callable[[], Sequence[Cv]]) -> ReferencePanel:
    """The panel as it was made for the default model; for another model the same CVs of the bundle are embedded."""
    with np.load(FILE) as table:
        if str(table["model"]) == embedder.name:
            return _bundled()
        size = len(table["ends"])
    candidates = build_candidates(choose_panel(bundled(), size), catalog, embedder)
    abroad = build_candidates(cvs_abroad(), catalog, embedder)
    return ReferencePanel(crowd_of(candidates).profiles, _by_language(crowd_of(abroad)))


def cvs_abroad() -> list[Cv]:
    """Twenty CVs of as many occupations in each language that employers write orders in besides Danish."""
    return [
        read_cv(json.loads(line)) for line in (FOLDER / "panel_abroad.jsonl").read_text(encoding="utf-8").splitlines()
    ]


def choose_panel(cvs: Sequence[Cv], size: int) -> list[Cv]:
    """Every n-th Danish and every n-th foreign CV, these by language: all parts of the collection are in the panel."""
    languages = [text_language(f"{cv.headline}. {cv.text}") for cv in cvs]
    foreign = sorted((language, at) for at, language in enumerate(languages) if language not in NORDIC)
    danish = [at for at, language in enumerate(languages) if language in NORDIC]
    few = round(size * FOREIGN_SHARE)
    return [cvs[at] for at in (*_spread(danish, size - few), *_spread([at for _, at in foreign], few))]


def _spread(places: Sequence[int], size: int) -> list[int]:
    return [places[int(at * len(places) / size)] for at in range(min(size, len(places)))]


@cache
def _bundled() -> ReferencePanel:
    return ReferencePanel(_people(FILE).profiles, _by_language(_people(ABROAD)))


def _people(file: Path) -> Crowd:
    with np.load(file) as table:
        ids, data, ends = table["ids"].tolist(), table["numbers"].tobytes(), table["ends"].tolist()
    panel = [data[start:end] for start, end in zip([0, *ends], ends, strict=False)]
    return crowd(packed(ids, panel))


def _by_language(people: Crowd) -> Mapping[str, Profiles]:
    """The people apart by the language that their ids begin with: "en-07"."""
    languages = np.array([one.partition("-")[0] for one in people.profiles.ids])
    return {str(one): people.of_rows(np.flatnonzero(languages == one)).profiles for one in np.unique(languages)}
