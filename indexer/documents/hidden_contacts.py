"""Texts for everybody: ways to reach a person and personal numbers are taken out of them, hours and years stay."""

from __future__ import annotations

import re

from indexer.intake.job_order import Contact
from taxonomy.neutral.personal_numbers import personal_numbers

HIDDEN = "[skjult]"
# An address with @, or said so that no machine reads it: "anna(at)firma.dk", "anna snabel-a firma.dk".
_EMAIL = re.compile(
    r"[^\s@<>()]{1,64}(?:@| ?[(\[](?:at|snabel-?a)[)\]] ?| snabel-?a )[^\s@<>()]{0,200}[^\s@<>().,;:!?]", re.IGNORECASE
)
_APART = r"[ .\-/\u2010-\u2015]"
# Eight digits as people group them, one sign between the pairs. No Danish number begins with 0 or 1, which hours of the
# day and counts do; digits behind = or / belong to an address of the web.
_PHONE = re.compile(
    r"(?<![\w=/\-])(?:(?:\+|00)45[ .\-]?)?"
    rf"(?:[2-9]\d{{7}}|[2-9]\d({_APART})\d\d\1\d\d\1\d\d|[2-9]\d{{3}}{_APART}\d{{4}}"
    r"|[2-9]\d \d{3} \d{3}|[2-9]\d\d \d\d \d{3}|[2-9]\d\d \d{3} \d\d)(?![\w\-])"
)
_FOREIGN_PHONE = re.compile(r"(?<!\w)\+[1-9]\d{0,2}(?:[ .\-/()]{0,2}\d){6,12}(?!\d)")
_TWO_NUMBERS = re.compile(r"(\d{4})[\-\u2010-\u2015](\d{4})")
_HOUR = re.compile(r"(?:[01]\d|2[0-4])(?:00|15|30|45)")


def hide_contact(text: str, contact: Contact) -> str:
    """The text without the contact's name, and without telephone and personal numbers and e-mail addresses."""
    for start, end in reversed(list(personal_numbers(text))):
        text = f"{text[:start]}{HIDDEN}{text[end:]}"
    for part in (contact.name, contact.phone, contact.email):
        if part.strip():
            # A name of one word may be a word as well: "Maj", "Dag". Its capital letter tells it.
            how = re.NOFLAG if part.strip().isalpha() else re.IGNORECASE
            text = re.sub(rf"(?<!\w){re.escape(part.strip())}(?!\w)", HIDDEN, text, flags=how)
    return _PHONE.sub(_hidden_phone, _FOREIGN_PHONE.sub(HIDDEN, _EMAIL.sub(HIDDEN, text)))


def _hidden_phone(found: re.Match[str]) -> str:
    """HIDDEN, or the words themselves where they are a span: of years, of hours or of round sums."""
    numbers = _TWO_NUMBERS.fullmatch(found[0])
    return found[0] if numbers and _is_span(*numbers.groups()) else HIDDEN


def _is_span(first: str, last: str) -> bool:
    years = first < last and first[:2] == last[:2] == "20"
    return years or first[2:] == last[2:] == "00" or bool(_HOUR.fullmatch(first) and _HOUR.fullmatch(last))
