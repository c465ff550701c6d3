"""What stands in brackets or behind a comma: a part of the title, or only when and how somebody is employed."""

from __future__ import annotations

import re

_ASIDE = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
# Each word is matched in one way alone (?>): a long title of such words is read in time that grows with its length.
_ONLY_CONDITIONS = re.compile(
    r"""(?>(?:
    (?:del|fuld|hel|halv)(?:tids?|dags?)\w* | (?:part|full)[\s-]?time | (?:teil|voll)zeit | tiempo\s(?:parcial|completo)
    | \w{0,8}?(?:aften|nat|dag|weekend|morgen|formiddag|eftermiddag|sommer|ferie|jule)s?
      (?:vagt|hold|tid|timer?|job|arbejde)?(?:er|en|s)?
    | \w{0,8}?(?:skift|schicht)(?:e?hold)?s? | (?:day|night|late|early|weekend)s?(?:\sshifts?)? | turnos? | noches
    | skiftende | vagter? | \w{0,9}?vikar(?:er|iat(?:er)?)? | afløser | fast | tidsbegrænset | midlertidig | casual
    | temp(?:orary)? | permanent | befristet | minijob | remote | homeoffice | hjemmefra | autónom[oa](?:/a)?
    | (?:u?faglært|uudd(?:annet)?|alm(?:indelig)?|øvrig|div(?:erse)?|generel|medhj(?:ælper)?|ass)[et]? | [ei]n\sgeneral
    | \d[\d.,:/%-]* | t | tim | timer | h | hrs | hours | std | mdr | måneder | uger? | år
    | og | eller | and | i | på | pr
    )(?!\w)[\s.,/+&-]*)+""",
    re.VERBOSE | re.IGNORECASE,
)


def without_asides(title: str) -> str:
    """The title with what its brackets add to it behind it, and without what only tells of hours and terms."""
    opened = _ASIDE.sub(lambda aside: "" if is_condition(aside[1]) else f" {aside[1].strip()}", title)
    head, *rest = opened.split(",")
    return ",".join([head, *(part for part in rest if not is_condition(part))])


def is_condition(aside: str) -> bool:
    """Whether the words tell nothing but when, for how long and how somebody is employed."""
    return not aside.strip() or bool(_ONLY_CONDITIONS.fullmatch(aside.strip()))
