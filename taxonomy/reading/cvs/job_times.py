"""When a job of a CV was held: "2018 - Present", "03/2018-06/2021", "junio de 2020 – actualidad", "since 2019"."""

from __future__ import annotations

import re
from functools import cache

from taxonomy.reading.cvs.headings import date_words


@cache
def job_time() -> re.Pattern[str]:
    """Finds the time with its brackets; `begun`, `ended` and `since` are its years."""
    now, to, since, months = ("|".join(map(re.escape, date_words(name))) for name in ("now", "to", "since", "months"))
    month = rf"(?:(?:\b(?:{months})\b\.?,?\s*)+|\d{{1,2}}[./])?"
    year = r"(?:19|20)\d\d"
    between = rf"\s*(?:[-–—/]|\b(?:{to})\b)+\s*"
    whole = rf"{month}(?P<begun>{year}){between}{month}(?P<ended>{year}|\b(?:{now})\b)"
    return re.compile(rf"[(\[]?\s*(?:{whole}|\b(?:{since})\s+{month}(?P<since>{year}))\s*[)\]]?", re.IGNORECASE)
