"""Writing the tables that the routing is bundled with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from matcher.dispatch import learnt_letters, learnt_meaning, learnt_wish, learnt_words
from matcher.dispatch.weighing import Floats

STEPS = 127  # of a signed byte
SMALLEST = 0.05  # a word's leaning below this changes no probability


def save_words(trades: Iterable[str], stems: Sequence[str], leanings: Floats, file: Path = learnt_words.FILE) -> int:
    """Write the table that is bundled; returns how many stems lean enough to be kept."""
    kept = np.flatnonzero(np.abs(leanings).max(axis=1) >= SMALLEST)
    scale = float(np.abs(leanings).max()) / STEPS
    np.savez_compressed(
        file,
        trades=np.array(" ".join(trades)),
        stems=np.array("\n".join(stems[int(row)] for row in kept)),
        steps=np.round(leanings[kept] / scale).astype(np.int8),
        scale=np.array(scale),
    )
    return len(kept)


def save_letters(trades: Iterable[str], leanings: Floats, file: Path = learnt_letters.FILE) -> None:
    """Write the table that is bundled."""
    scale = float(np.abs(leanings).max()) / STEPS
    steps = np.round(leanings / scale).astype(np.int8)
    np.savez_compressed(file, trades=np.array(" ".join(trades)), steps=steps, scale=np.array(scale))


def save_meaning(trades: Iterable[str], model: str, planes: Floats, file: Path = learnt_meaning.FILE) -> None:
    """Write the planes that are bundled."""
    np.savez_compressed(
        file,
        trades=np.array(" ".join(trades)),
        space=np.array(learnt_meaning.space(model)),
        planes=planes.astype(np.float32),
    )


def save_wish(model: str, plane: Floats, file: Path = learnt_wish.FILE) -> None:
    """Write the plane that is bundled."""
    np.savez_compressed(file, space=np.array(learnt_meaning.space(model)), plane=plane.astype(np.float32))
