"""The people whose boxes were ticked in a list of candidates."""

from __future__ import annotations

from collections.abc import Iterable

PICKED = "cv."  # a person's box in the list; the number behind it is the place


def picked_people(given: Iterable[tuple[str, str]]) -> list[str]:
    """Their ids, each once, from the fields of a form or an address."""
    return list(dict.fromkeys(value for name, value in given if name == "cv" or name.startswith(PICKED)))
