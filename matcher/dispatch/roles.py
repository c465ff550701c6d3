"""Which occupations an order asks for, and which it merely names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from indexer.intake.job_order import JobOrder
from taxonomy.catalog import Catalog
from taxonomy.reading.findings import OccupationMention
from taxonomy.reading.workplaces import IMPLIED

Floats = NDArray[np.float64]

_SEEKING = re.compile(
    r"""(?:søger|søges|mangler|ansætter?|bruge|(?:stilling(?:en)?|arbejde|job)\ssom|som\svores|behov\sfor|brug\sfor
    |uddannet|du\ser|er\sdu|seek(?:s|ing)?|need|looking\sfor|hire|as\san?)\b[^.!?]{0,25}$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEHIND_PREPOSITION = re.compile(r"(?:^|\s)(?:i|på|hos|ved|til|for|fra|at|in|to)\s(?:\S+\s){0,2}$", re.IGNORECASE)
_LOOKED_BACK = 60  # characters before a title in the text


class Role(IntEnum):
    """How an order names an occupation."""

    NAMED = 0  # in the part of the title that says the job
    IMPLIED = 1  # there too, by an activity or a place: "borgerskranke"
    PLACED = 2  # by a place where others may work as well: "6-9 i tre butikker", "Hvidevarebutik søger folk"
    SOUGHT = 3  # in the text, behind words that seek somebody
    MENTIONED = 4  # elsewhere in the text: perhaps a colleague, a customer or a patient


def named_by_role(
    order: JobOrder, mentions: Iterable[OccupationMention], part: tuple[int, int], catalog: Catalog
) -> Floats:
    """The best score of each trade in each role. Shape (roles, trades)."""
    trades, mentions = list(catalog.trades), tuple(mentions)
    told = any(_inside(one, part) for one in mentions)
    found = np.zeros((len(Role), len(trades)))
    for mention in mentions:
        if (role := _role(order, mention, part, told=told)) is not None:
            column = trades.index(catalog.occupations[mention.occupation].trade)
            whole = role in {Role.IMPLIED, Role.PLACED}
            found[role, column] = max(found[role, column], 1.0 if whole else mention.score)
    return found


def _inside(mention: OccupationMention, part: tuple[int, int]) -> bool:
    return mention.quote.field == "title" and part[0] <= mention.quote.start < part[1]


def _role(order: JobOrder, mention: OccupationMention, part: tuple[int, int], *, told: bool) -> Role | None:
    """None for who asks and for where the work is, unless the asker's place is all that the title tells."""
    quote = mention.quote
    if quote.field == "text":
        before = order.text[max(0, quote.start - _LOOKED_BACK) : quote.start]
        return Role.SOUGHT if _SEEKING.search(before) else Role.MENTIONED
    if not _inside(mention, part):
        place = quote.field == "title" and quote.start < part[0] and mention.score <= IMPLIED
        return Role.PLACED if place and not told else None
    if mention.score > IMPLIED:
        return Role.NAMED
    return Role.PLACED if _BEHIND_PREPOSITION.search(order.title[: quote.start]) else Role.IMPLIED
