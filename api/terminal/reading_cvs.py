"""Reads the CVs of a command, with a progress bar: the first time takes the model some seconds a hundred."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from api.terminal.progress import bar
from api.wiring import Components
from indexer.intake.cv import Cv
from matcher.candidates.build import build_candidates, passage_texts
from matcher.candidates.profile import Candidate


def candidates_of(components: Components, cvs: Sequence[Cv], written: date | None = None) -> list[Candidate]:
    """The CVs as they are ranked; `written` is the day that they speak from, where that is known."""
    days = [written] * len(cvs) if written else None
    with bar("Læser CV'er", sum(len(passage_texts(cv)) for cv in cvs)) as tell:
        return build_candidates(cvs, components.catalog, components.embedder, tell, days)
