"""Strips titles of what registers and job boards in many languages add about gender, seniority and pay."""

from __future__ import annotations

import re

# Verkäufer/-in, Kaufmann/-frau, Pfleger*in, Fachangestellte/r, camarero/a, opiekun/ka, Sommelier(ère)
_OTHER_SEX = re.compile(
    r"(?<=[^\W\d_]{3})(?:\s?[/*:_·|]\s?-?(?:in|innen|r|e|n|a|as|o|os|ka|y|en|ce|rice|se|frau|mann)\b|/-\w+"
    r"|\((?:in|innen|a|as|r|e|s|ka)\))",
    re.IGNORECASE,
)
_SEXES = re.compile(r"\(?\b[mkfwdxhvi]\s?/\s?[mkfwdxhvi](?:\s?/\s?[mkfwdxhvi])*\b\)?", re.IGNORECASE)
_RANK_OR_PAY = re.compile(
    r"\b(?:senior\w*|sénior|sr|junior|jr|starsz[ya]|młodsz[ya]|graduate)(?!\w)\.?"
    r"|\s(?:I{1,3}|IV|V)$|\b(?:band|level|grade|stufe|nivel)\s*\d\b|[£€$]\s?[\d.,]+\w*",
    re.IGNORECASE,
)
_SHORT_FORM = 5  # letters; SSA and VVS mean what they mean in capitals


def bare_title(text: str) -> str:
    """The job's title alone, in lower case if all was in capitals; the text itself where nothing would be left."""
    letters = [letter for letter in text if letter.isalpha()]
    if len(letters) > _SHORT_FORM and text.upper() == text:
        text = text.lower()
    for told in (_OTHER_SEX, _SEXES, _RANK_OR_PAY):
        text = told.sub(" " if told is not _OTHER_SEX else "", text)
    return text
