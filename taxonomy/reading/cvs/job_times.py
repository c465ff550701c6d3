"""When a job of a CV was held: "2018 - Present", "junio de 2020 – actualidad", "2014-17", "since 2019"."""

from __future__ import annotations

import re
from functools import cache

from taxonomy.reading.cvs.headings import date_words


@cache
def job_time() -> re.Pattern[str]:
    """Finds the time with its brackets; `begun`, `ended`, `short` and `since` are its years."""
    now, to, since, months = ("|".join(map(re.escape, date_words(name))) for name in ("now", "to", "since", "months"))
    month = rf"(?:(?:\b(?:{months})\b\.?,?\s*)+|\d{{1,2}}[./])?"
    year = r"(?:19|20)\d\d"
    between = rf"\s*(?:[-–—/]|\b(?:{to})\b)+\s*"
    short = r"(?:1[3-9]|[2-9]\d)(?![\d./-])"  # up to 12 it may be a month
    open_end = r"\s?[-–—](?=\s{2}|\s*[\t):\]]|\s*$)"
    ended = rf"(?:{between}{month}(?P<ended>{year}|\b(?:{now})\b)|[-–](?P<short>{short})|{open_end})"
    whole = rf"{month}(?P<begun>{year}){ended}"
    return re.compile(rf"[(\[]?\s*(?:{whole}|\b(?:{since})\s+{month}(?P<since>{year}))\s*[)\]]?", re.IGNORECASE)
