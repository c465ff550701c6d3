"""A question to the job centre that came in as an order: it may say trades and titles, and yet wishes for nobody."""

from __future__ import annotations

import re

# How a question about terms begins, whoever it is about: "Hvad er lønnen for en kok?"
_ABOUT = r"(?:hvor|hvad|hvordan|hvornår|hvorfor|hvilke[nt]?|(?:kan|må|skal|får)\s(?:man|vi|jeg))\b"
# How a wish for somebody begins as well: "Kan I skaffe en kok?"
_TO_US = r"(?:(?:kan|har|vil|må)\s+I|er\sder)\b"
_ABOUT_TERMS = re.compile(_ABOUT, re.IGNORECASE)
_TO_US_OR_TERMS = re.compile(rf"(?:{_ABOUT}|{_TO_US})", re.IGNORECASE)
_TO_THE_READER = re.compile(r"\bd(?:u|ig|in|it)\b", re.IGNORECASE)
# A question written without its mark, with what it is about: "hvem ringer jeg til i kommunen". Not "hvad som helst".
_UNMARKED = re.compile(
    r"""(?:^|[.,;:\n]\s*)(?:hvornår|hvem|hvordan|hvorfor|hvor\s(?:længe|meget|mange|lang)|hvad|hvilken|hvilke)\s(?:\w+\s){0,3}?
    (?:er|skal|kan|må|får|ringer|gør|koster|sender|gælder|drejede|henvender|bliver|finder)\s
    (?:jeg|vi|man|det|den|i|de|der|til|om|\w+(?:en|et|erne|ene))\b[^.,;?\n]*\.?\s*$""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
_LONGEST = 400  # characters; who writes more describes a job


def is_inquiry(title: str, text: str, *, names_job: bool) -> bool:
    """Whether the title or all of the text asks the job centre something; one question at its end, if no job is named.

    The last question may lack its mark: people who write messages leave it out. A question to the
    reader ("Er du vores kok?", "Hvad tilbyder vi? Frokost.") makes no inquiry.
    """
    if len(text) > _LONGEST:
        return False
    opening = _ABOUT_TERMS if names_job else _TO_US_OR_TERMS
    sentences = [one for part in _SENTENCE.findall(text) if (one := part.strip())]
    if _asks(title.strip(), opening) or (sentences and all(_asks(one, opening) for one in sentences)):
        return True
    if _UNMARKED.search(text.strip()) and not _TO_THE_READER.search(text):
        return True
    return not names_job and bool(sentences) and _asks(sentences[-1], _TO_US_OR_TERMS)


def _asks(sentence: str, opening: re.Pattern[str]) -> bool:
    return sentence.endswith("?") and bool(opening.match(sentence)) and not _TO_THE_READER.search(sentence)
