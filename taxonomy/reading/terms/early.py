"""Work that begins at six in the morning or before: orders that ask for it, and people who would or cannot."""

from __future__ import annotations

import re
from collections.abc import Iterator

EARLY = "tidlig morgen"  # beside the shifts that an order's field may name: a demand of its own, and by day too
WISHED, REFUSED = "wished", "refused"

_CLOCK = r"(?:kl\.? ?|klokken )"
_NO_HOUR = (
    r"(?![.,:]?\d|/|\. ?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))"
    r"(?! ?(?:t|timer|gange|dage|år|uger|mdr|km)\b)"
)
_EARLY_HOUR = rf"(?<![\d.,:/-])0?(?:[3-5](?:[.:][0-5]\d)?|6(?:[.:]00)?){_NO_HOUR}"
_LATER_HOUR = r"(?:[7-9]|1\d)(?:[.:][0-5]\d)?\b"
_BEGINS = re.compile(
    rf"\b(?:mød|start|begynd|åbn|står op|oppe)\w*(?: \w+){{0,2}} {_CLOCK}?{_EARLY_HOUR}|"
    rf"{_CLOCK}{_EARLY_HOUR} ?(?:[-–]|til\b)|{_EARLY_HOUR}(?<=[.:]\d\d) ?[-–] ?\d",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\bmorgen(?:menneske|mand|fugl)\b|\btidlige? (?:fugl|morgen(?:er)?|start|vagter?)\b|\btidligt? (?:op|møde)\b|"
    r"\b(?:op|mød\w+|start\w*)(?: \w+){0,2} tidligt?\b|\bearly (?:mornings?|starts?)\b",
    re.IGNORECASE,
)
_NOT_WANTED = re.compile(r"\b(?:ikke|aldrig|uden|væk fra|not?|never)\b[^.;,]{0,25}$", re.IGNORECASE)
_BEFORE = 40  # characters in which a denial may stand
_ASIDE = r"(?:(?!\bikke\b)[^.;!?\n]){0,30}"  # "kan ikke efter kl. 16" is free before
_ONLY_LATER = re.compile(
    rf"\b(?:ikke (?:\w+ ){{0,2}}før|not before) {_CLOCK}?(?:6|{_LATER_HOUR})(?! ?(?:timer|år|dage|uger|\. \w))|"
    rf"\b(?:kan|fri)\b{_ASIDE}\b(?:fra|efter|tidligst) {_CLOCK}{_LATER_HOUR}|"
    rf"\bkan\b{_ASIDE}\bmellem {_CLOCK}?{_LATER_HOUR} og\b",
    re.IGNORECASE,
)


def begins_early(text: str) -> bool:
    """Whether the text tells of work, or of somebody, that begins so early."""
    found = (match for pattern in (_BEGINS, _SAID) for match in pattern.finditer(text))
    return any(not _NOT_WANTED.search(text[max(0, match.start() - _BEFORE) : match.start()]) for match in found)


def early_shifts(text: str) -> Iterator[tuple[str, str]]:
    """(EARLY, "wished" or "refused"), as a CV says it: who names a later hour to begin at cannot come before."""
    if _ONLY_LATER.search(text):
        yield EARLY, REFUSED
    elif begins_early(text):
        yield EARLY, WISHED
