"""Finds personal numbers (CPR) in texts: they name one person, with date of birth and sex."""

from __future__ import annotations

import re
from collections.abc import Iterator

_BORN = r"(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d\d"
# With a dash no other number looks so; without one, or with a space, "010226 0800" is a day and an hour.
_WITH_A_DASH = rf"(?<![\w/=\-]){_BORN} ?[\-\u2010-\u2015] ?\d{{4}}(?![\w\-])"
_SAID_TO_BE_ONE = rf"(?:cpr|personn)[a-zæøå.\-]{{0,10}}[ :]{{1,3}}(?:er )?(?P<said>{_BORN} ?\d{{4}})(?!\w)"
_NUMBER = re.compile(rf"{_WITH_A_DASH}|{_SAID_TO_BE_ONE}", re.IGNORECASE)


def personal_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of every personal number in the text."""
    return (found.span("said" if found["said"] else 0) for found in _NUMBER.finditer(text))
