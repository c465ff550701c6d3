"""How rare each lexical term is: a bundled table and not the pool's own counts, so that the score of a pair never
depends on who else is there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from indexer.terms import Terms, gram_ids, stem_bucket, stem_ids

# Runs of letters that texts are compared by beside their stems: they bridge misspellings and endings no rule knows.
# Those of four and five letters add nothing to those of three, nor do those of three that stand in more than one text
# of seven (DECISIONS.md); without them a passage has a third of the terms.
GRAMS = (3,)
LEAST_RARITY = 2.0
FILE = Path(__file__).parent / "data" / "rarity.npz"


@cache
def rarity() -> NDArray[np.float32]:
    """Weight of each bucket: ln((1 + texts) / (1 + texts with the term)) over the bundled collection and taxonomy."""
    with np.load(FILE) as table:
        return table["rarity"].astype(np.float32)  # type: ignore[no-any-return]


@cache
def squared_rarity() -> NDArray[np.float32]:
    """The square of each bucket's rarity."""
    return np.square(rarity())


def stem_rarity(stem: str) -> float:
    """The weight of a whole stem."""
    return float(rarity()[stem_bucket(stem)])


def compared_terms(text: str) -> Terms:
    """The buckets of the terms that the text is compared by, each once, ascending."""
    grams = gram_ids(text, GRAMS)
    return np.union1d(stem_ids(text), grams[rarity()[grams] >= LEAST_RARITY])


def term_length(terms: Terms) -> float:
    """Euclidean length of the terms' rarities, 0 for no terms."""
    return float(np.sqrt(np.square(rarity()[terms]).sum()))
