"""The pieces that JSON schemas of answers are put together from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

TEXT: Schema = {"type": "string"}
WHOLE: Schema = {"type": "integer"}
NUMBER: Schema = {"type": "number"}
TRUTH: Schema = {"type": "boolean"}
ANYTHING: Schema = {}


def an_object(description: str = "", /, *, optional: Schema | None = None, **required: Schema) -> Schema:
    """An object with these properties and no others; `description` where there is one."""
    properties = {**required, **(optional or {})}
    shape: dict[str, Any] = {"type": "object", "properties": properties, "required": list(required)}
    return {**shape, "additionalProperties": False, **({"description": description} if description else {})}


def a_list(items: Schema, description: str = "") -> Schema:
    """A list of such items."""
    return {"type": "array", "items": items, **({"description": description} if description else {})}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def a_map(values: Schema, description: str) -> Schema:
    """An object of any keys with such values."""
    return {"type": "object", "additionalProperties": values, "description": description}


def ref(name: str) -> Schema:
    """One of the schemas of `/openapi.json`."""
    return {"$ref": f"#/components/schemas/{name}"}
