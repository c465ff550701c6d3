"""The variants of a title that are looked up: without hours, places and "søges", and each alternative it names."""

from __future__ import annotations

import re
from functools import cache

from indexer.linking.asides import without_asides
from indexer.linking.bare_titles import bare_title
from indexer.linking.doers import doers
from taxonomy.language import fold, normalise
from taxonomy.places import places

LONGEST = 300  # characters; a longer title is a text whose rest adds nothing
MOST_VARIANTS = 4
_NOISE = re.compile(
    r"""
    \b[mkfwdx]/[mkfwdx](?:/[mkfwdx])?\b
    | \b(?:vi\s+)?(?:søger|søges|mangler|seeking|wanted|urgent|haster)\b:?
      (?:\s+(?:en|et|engagere[td]e?|dygtige?|erfarne?n?)\b)*
    | \b(?:barsels)?vikar(?:iat)?\s*[:\-–]\s*
    | \b\d+\s*(?:stk|pers)\b\.?
    | \b\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?\s*(?:timers?|tim|t/uge|t|hours?|%)(?!\w)\.?(?:/uge)?
    | [!?*•"]
    """,
    re.VERBOSE | re.IGNORECASE,
)
_START = re.compile(r"\b(?:start|opstart|tiltrædelse)\s.*$", re.IGNORECASE)
_ALTERNATIVE = re.compile(r"(?<=\w\w\w)\.?\s*/\s*(?=\w{4})|\s+eller\s+|\s*;\s*")
# National registers name work where people name workers: kontorarbejde, bager- og konditorarbejde.
# What a register leaves out is not meant, and "other" and "not elsewhere" name nothing.
_REST = re.compile(
    r"\b(?:undt(?:age[nt]|\.)?|ekskl(?:usive|\.)?|dog\sikke|bortset\sfra|ikke\sinkl\.?)\b.*$"
    r"|\b(?:i\søvrigt|m\.?\s?[mv]\.?|o\.?\s?l(?:ign)?\.?|ikke\s(?:klassificeret\sandetsteds|andetsteds\s\w+)|andre\ssteder"
    r"|i\.?a\.?n\.?|n\.?e\.?c\.?|m\.?fl\.?|uden\s(?:\w+\s)?ledelse\w*"
    r"|(?:og|samt)\sbeslægte(?:de|t)\s(?:funktioner|områder|arbejde|fag|erhverv)|af\shovedaktiviteten)(?!\w)"
    r"|^(?:andet|anden|andre|øvrigt?|øvrige)\s",
    re.IGNORECASE,
)
_WITH = re.compile(r",?\s*\b(?:inkl(?:usive|\.)?|herunder|samt)\b.*$", re.IGNORECASE)
_WORK = re.compile(r"(\w{4,}?)(s?)arbejde\b", re.IGNORECASE)

_DISTRICT = re.compile(r"\s[A-ZØ]{1,2}$")  # Aarhus C, København SV


def title_variants(title: str) -> tuple[str, ...]:
    """The title without noise, then each alternative it names; at least one, the bare text where nothing is left."""
    text = bare_title(normalise(title)[:LONGEST])
    text = without_asides(text) or text
    plain = _tidy(_without_place(_START.sub(" ", _NOISE.sub(" ", text)))) or text
    plain = _tidy(_REST.sub(" ", plain)) or plain
    found = [plain]
    if (narrower := _tidy(_WITH.sub("", plain))) and narrower != plain:
        found.append(narrower)
    parts = [part for part in map(_tidy, _ALTERNATIVE.split(plain)) if len(part) > 3]
    if len(parts) > 1:
        found += parts
    if _WORK.search(plain):
        found += [_WORK.sub(r"\1\2arbejder", plain), _WORK.sub(r"\1", plain)]
    found += map(_tidy, doers(narrower or plain))
    return tuple(dict.fromkeys(found))[:MOST_VARIANTS]


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,.;:-–/|")


def _without_place(text: str) -> str:
    head, comma, tail = text.rpartition(",")
    if comma and _tidy(head) and fold(_tidy(tail)) in _place_names():
        return head
    words = text.split()
    if len(words) > 1 and words[-1][:1].isupper() and fold(words[-1].strip(".,")) in _place_names():
        words = words[:-2] if len(words) > 2 and fold(words[-2]) in {"i", "paa", "til", "ved"} else words[:-1]
    return " ".join(words)


@cache
def _place_names() -> frozenset[str]:
    regions = ("jylland", "sjaelland", "fyn", "lolland", "falster", "bornholm", "danmark", "koebenhavn", "kbh")
    names = (_DISTRICT.sub("", place.name) for place in places().values())
    return frozenset((*map(fold, names), *regions))
