"""The words that an order and a CV have in common, rarest first, as the order writes them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.ranking.terms import stem_rarity
from taxonomy.language import STOP_WORDS, stem, words

SHORTEST = 4  # shorter words are seldom worth reading aloud
RARE = 1.5  # rarity below which a word stands in nearly every text


def shared_words(order: JobOrder, cv: Cv) -> list[str]:
    """The order's words whose stem stands in the CV too, rarest first, each stem once."""
    theirs = _stems(_cv_texts(cv))
    ours = _stems_of_order((order.title, order.text, *order.must_have, *order.nice_to_have))
    common = {found: word for found, word in ours.items() if found in theirs}
    rare = {found: stem_rarity(found) for found in common}
    return [common[found] for found in sorted(common, key=lambda found: (-rare[found], found)) if rare[found] >= RARE]


def _cv_texts(cv: Cv) -> Iterable[str]:
    return (cv.headline, cv.text, *cv.skills, *cv.education, *cv.desired_jobs, *(job.title for job in cv.experience))


def _stems(texts: Iterable[str]) -> dict[str, str]:
    """Stem to the first word that has it."""
    found: dict[str, str] = {}
    for text in texts:
        for written in words(text):
            word = written.lower()
            if len(word) >= SHORTEST and word.isalpha() and word not in STOP_WORDS:
                found.setdefault(stem(word), word)
    return found


@lru_cache(maxsize=8)  # asked for once a person in the list
def _stems_of_order(texts: tuple[str, ...]) -> dict[str, str]:
    return _stems(texts)
