"""Strips a skill, as advertisements word it, of the words that only introduce it: "god til at", "erfaring med"."""

from __future__ import annotations

import re

_LEAD_IN = re.compile(
    r"^(?:(?:du|vi|er|har|kan|skal|vil|evner|gode?|dygtig|stærk|skarp|vant|rutineret|erfaren|fortrolig|hjemmevant"
    r"|flydende|gerne|godt|solidt?|bredt?|stort?|nogen|lidt|basalt?|grundigt?|kendskab|erfaring(?:er)?|viden|indsigt"
    r"|interesse|flair|evner?|kompetencer|færdigheder|forståelse|rutine|til|med|om|for|i|inden|af|at|bruger|behersker"
    r"|holde?r?|trives|bliver)\s+)+",
    re.IGNORECASE,
)
SHORTEST = 3  # letters that must be left


def without_lead_in(phrase: str) -> str:
    """The skill alone; the phrase itself where next to nothing is left."""
    left = _LEAD_IN.sub("", phrase)
    return left if len(left) >= SHORTEST else phrase
