"""The judgements of the bundled collection, in the two halves that are kept apart."""

from __future__ import annotations

import json
from enum import StrEnum

from matcher.evaluation.collection import FOLDER
from matcher.evaluation.runs import Judgements, gather_judgements


class Half(StrEnum):
    """`tuning` is for choosing weights and words; `reporting` for published figures, never to adjust after."""

    TUNING = "tuning"
    REPORTING = "reporting"


def bundled_judgements(half: Half) -> Judgements:
    """Order to CV to grade from 1 to 3 for the orders of one half; a CV that is not named was judged 0."""
    lines = [
        json.loads(line)
        for path in sorted(FOLDER.glob(f"judgements_{half.value}_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    return gather_judgements((line["order"], line["cv"], line["grade"]) for line in lines)
