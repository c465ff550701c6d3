"""A message to the job centre that came in as an order: something for sale, work sought, a complaint, a paper."""

from __future__ import annotations

import re

_LONGEST = 250  # characters; who writes more describes a job
# Said in messages and not of a job: in none of some 3,900 open orders.
_MESSAGE = re.compile(
    r"""
    \b(?:sælges|udlejes|bortforpagtes|til\sleje|for\ssale|for\srent)\b(?!\sikke) | \btil\ssalg\b(?!\saf)
    | \b(?:vores|vort|mit)\s(?:\w+)?firma\stilbyder\b | \brabat\spå\b
    | \b(?:looking|searching)\sfor\s(?:a\s|any\s)?(?:work|job|employment)\b | \bszukam\spracy\b | \bsuche\sarbeit\b
    | \b(?:jeg|han|hun)\s(?:søger|leder\sefter)\s(?:\w+\s)?(?:arbejde|job)\b | \bmit\scv\b
    | ^(?:søger|leder\sefter)\s(?:nyt\s)?(?:arbejde|job)\b | \bjeg\ser\s(?:lige\s)?(?:blevet\s)?(?:ledig|arbejdsløs)\b
    | \b(?:udeblev|mødte\s(?:ikke|aldrig)|dukkede\s(?:ikke|aldrig)\sop|kom\sfor\ssent)\b
    | \b(?:er\sstjålet|forkert\snummer|kan\sikke\slogge|er\smodtaget|(?:skiftet|nyt)\scvr)\b
    | ^(?:klage[rn]?|afbud|kvittering|sygemelding|raskmelding|tak\sfor|rabat|(?:faktura|regning)\s(?:nr\.?\s)?\d{3,})\b
    """,
    re.IGNORECASE | re.VERBOSE | re.MULTILINE,
)
# Who complains or tells of somebody gone may still want another: "Vikaren mødte ikke op, vi mangler en ny".
_WISH = re.compile(
    r"\b(?:mangler|søges|vi\ssøger|skal\sbruge|brug\sfor|afløser\w*|vikar\sfor|ansætte\w*|en\sny|sende?\sen)\b",
    re.IGNORECASE,
)


def is_message(title: str, text: str) -> bool:
    """Whether a short text sells, rents out or offers something, seeks work, complains or tells of a paper."""
    said = f"{title.strip()}\n{text.strip()}"
    return len(text) <= _LONGEST and bool(_MESSAGE.search(said)) and not _WISH.search(said)
