"""A CV that came as JSON within its text: keys as headings, what a job holds in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator

_LONGEST_VALUE = 60  # characters; longer ones tell of the job


def lines_of_json(text: str) -> str:
    """The text of the object's values under its keys; empty for what is no JSON object."""
    if not text.lstrip().startswith("{"):
        return ""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return "\n".join(line for key, value in said.items() for line in ("", f"# {_words(key)}", *_lines(value)))


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (line for one in value for line in _lines(one))
    elif isinstance(value, dict):
        flat = [str(one) for one in value.values() if isinstance(one, str | int)]
        yield " | ".join(one for one in flat if len(one) <= _LONGEST_VALUE)
        yield from (f"- {one}" for one in flat if len(one) > _LONGEST_VALUE)
        yield from (f"- {line}" for one in value.values() if isinstance(one, list | dict) for line in _lines(one))
    elif value is not None:
        yield str(value)


def _words(key: str) -> str:
    return key.replace("_", " ")
