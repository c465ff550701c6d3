"""The words of a CV that are worth reading aloud, as codes of their stems."""

from __future__ import annotations

import re

from indexer.intake.cv import Cv
from matcher.candidates.facts import code
from matcher.texts.terms import stem_rarity
from taxonomy.language import stem

RARE = 1.5  # rarity below which a word stands in nearly every text
# Shorter words are seldom worth reading aloud; half of a word with a hyphen is none.
WORD = re.compile(r"(?<![\w/-])[^\W\d_]{4,}(?![\w/-])")


def telling_stems(cv: Cv) -> frozenset[int]:
    """Codes of the stems of the CV's words that are worth reading aloud."""
    found = {stem(word) for word in set(WORD.findall(_text_of(cv).lower()))}
    return frozenset(code(one) for one in found if stem_rarity(one) >= RARE)


def _text_of(cv: Cv) -> str:
    titles = (job.title for job in cv.experience)
    return "\n".join((cv.headline, cv.text, *cv.skills, *cv.education, *cv.desired_jobs, *titles))
