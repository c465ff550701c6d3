"""Which occupations an order asks for, and which it merely names."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention
from taxonomy.reading.job_titles.workplaces import IMPLIED

Floats = NDArray[np.float64]


class Role(IntEnum):
    """How an order names an occupation."""

    NAMED = 0  # in the part of the title that says the job
    IMPLIED = 1  # in the title by an activity or a place: "borgerskranke", "6-9 i tre butikker"
    MENTIONED = 2  # in the text: perhaps a colleague, a customer or a patient


def named_by_role(mentions: Iterable[OccupationMention], part: tuple[int, int], catalog: Catalog) -> Floats:
    """The best score of each trade in each role. Shape (roles, trades)."""
    trades, mentions = list(catalog.trades), tuple(mentions)
    told = any(_inside(one, part) for one in mentions)
    found = np.zeros((len(Role), len(trades)))
    for mention in mentions:
        if (role := _role(mention, part, told=told)) is not None:
            column = trades.index(catalog.occupations[mention.occupation].trade)
            found[role, column] = max(found[role, column], 1.0 if role is Role.IMPLIED else mention.score)
    return found


def _inside(mention: OccupationMention, part: tuple[int, int]) -> bool:
    return mention.quote.field == "title" and part[0] <= mention.quote.start < part[1]


def _role(mention: OccupationMention, part: tuple[int, int], *, told: bool) -> Role | None:
    """None for who asks and for where the work is, unless the asker's place is all that the title tells."""
    if mention.quote.field == "text":
        return Role.MENTIONED
    if _inside(mention, part):
        return Role.NAMED if mention.score > IMPLIED else Role.IMPLIED
    before = mention.quote.field == "title" and mention.quote.start < part[0]
    return Role.IMPLIED if before and mention.score <= IMPLIED and not told else None
