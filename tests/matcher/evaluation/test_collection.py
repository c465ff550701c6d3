"""The bundled collection: sound, and its judgements name what is there."""

from __future__ import annotations

import json
from collections import Counter

from matcher.evaluation.collection import FOLDER, Part, cvs_of, orders_of

EVERY_ORDER = tuple(
    order for part in (Part.ALL, Part.LATER, Part.KINDS, Part.CARE, Part.WEAK) for order in orders_of(part)
)
EVERY_CV = (*cvs_of(Part.ALL), *cvs_of(Part.LATER))


def test_no_id_stands_twice() -> None:
    for values in (EVERY_ORDER, EVERY_CV):
        assert [name for name, count in Counter(value.id for value in values).items() if count > 1] == []


def test_judgements_name_bundled_orders_and_cvs_with_grades_from_0_to_3() -> None:
    orders, cvs = {found.id for found in EVERY_ORDER}, {found.id for found in EVERY_CV}
    judgements = [
        json.loads(line)
        for path in sorted(FOLDER.rglob("judgements_*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]

    assert judgements
    assert all(found["order"] in orders and found["cv"] in cvs for found in judgements)
    assert {found["grade"] for found in judgements} <= {0, 1, 2, 3}
