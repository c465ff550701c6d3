"""The conditions that were read out of an order's text, told in the page's language."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from api import labels
from api.formatting import danish_date, danish_number, english_date, english_number
from api.pages.language import Texts
from matcher.wording.language import Language


def terms_read(read: Mapping[str, Any], t: Texts) -> list[str]:
    """The conditions as short phrases; nothing for what the text is silent of."""
    terms = read.get("terms", {})
    hours, start, positions = terms.get("hours_per_week"), terms.get("start"), terms.get("positions")
    number = english_number if t.language is Language.ENGLISH else danish_number
    said = [t("{hours} timer om ugen", hours=number(hours, int(hours % 1 > 0)))] if hours else []
    said += [t(labels.SHIFTS.get(shift, shift)) for shift in terms.get("shifts", ())]
    said += [t("begynder {start}", start=_start(start, t))] if start else []
    count = "{count} stilling" if positions == 1 else "{count} stillinger"
    return said + ([t(count, count=positions)] if positions else [])


def _start(start: str, t: Texts) -> str:
    """A day as the language writes it; what is no day in the text's own words."""
    with suppress(ValueError):
        return english_date(start) if t.language is Language.ENGLISH else danish_date(start)
    return t(start)
