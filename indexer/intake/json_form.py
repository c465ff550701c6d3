"""JSON form of frozen values, and the type of a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

JsonObject = dict[str, object]


def without_defaults(value: DataclassInstance) -> dict[str, object]:
    """The fields of a frozen value that say something, by name; what is silent (None, empty) is left out."""
    found = {}
    for name in _names(type(value)):
        content = getattr(value, name)
        if content is not None and (plain := _plain(content)) not in ("", [], {}):
            found[name] = plain
    return found


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _plain(content: object) -> object:
    if isinstance(content, StrEnum):
        return content.value
    if isinstance(content, str | int):
        return content
    # 37 and 37.0 are the same number of hours; written the same, the same content stays the same.
    if isinstance(content, float):
        return int(content) if content.is_integer() else content
    return _composed(content)


def _composed(content: object) -> object:
    if isinstance(content, tuple):
        return [_plain(part) for part in content]
    if isinstance(content, Mapping):
        return dict(content)
    if isinstance(content, date):
        return content.isoformat()
    if is_dataclass(content) and not isinstance(content, type):
        return without_defaults(content)
    raise TypeError(f"{type(content).__name__} has no plain form")
