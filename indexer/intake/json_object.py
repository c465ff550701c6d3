"""One line of JSON, read strictly: what two readers could understand differently is refused."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import NoReturn

from indexer.intake.problems import FieldProblem, shown_name
from indexer.intake.raw_lines import LINE_LIMIT, RawLine

_ONE_OBJECT = "Skriv ét JSON-objekt pr. linje, uden linjeskift inde i det."


class UnsoundJsonError(ValueError):
    """The line is not JSON that can be trusted."""

    def __init__(self, problem: str, fix: str, field: str = "") -> None:
        self.problem = FieldProblem(field, problem, fix)
        super().__init__(problem)


class _NoNumberError(Exception):
    """NaN or an infinity."""


def parse_line(line: RawLine) -> object:
    """The value written on the line; raises UnsoundJsonError."""
    if line.too_long:
        raise UnsoundJsonError(f"Linjen er over {LINE_LIMIT} byte og er sprunget over.", "Forkort teksterne.")
    try:
        text = line.content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnsoundJsonError("Linjen er ikke UTF-8.", "Gem filen som UTF-8.") from error
    return parse_json(text)


def parse_json(text: str) -> object:
    """The value that the text holds; raises UnsoundJsonError for what is not strict JSON."""
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise UnsoundJsonError(f"Linjen er ikke gyldig JSON (tegn {error.pos + 1}).", _ONE_OBJECT) from error
    except UnsoundJsonError:
        raise
    except _NoNumberError as error:
        problem, fix = f"{error} er ikke et tal i JSON.", "Skriv et rigtigt tal, eller udelad feltet."
        raise UnsoundJsonError(problem, fix, _field_without_number(text)) from error
    # Python itself refuses numbers of thousands of digits and nesting of thousands of levels.
    except (ValueError, RecursionError) as error:
        raise UnsoundJsonError("Linjen har et tal eller en indlejring, der er for stor.", _ONE_OBJECT) from error


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        repeated = next(name for name in names if names.count(name) > 1)
        raise UnsoundJsonError("Feltet står to gange.", "Behold kun det ene.", shown_name(repeated))
    return found


def _no_constant(name: str) -> NoReturn:
    raise _NoNumberError(name)


def _field_without_number(text: str) -> str:
    """The first field whose value is, or lists, what JSON has no number for; found by reading the text once more."""
    fields: list[str] = []

    def look(pairs: list[tuple[str, object]]) -> dict[str, object]:
        fields.extend(name for name, value in pairs if _without_number(value))
        return dict(pairs)

    with suppress(ValueError, RecursionError):
        json.JSONDecoder(object_pairs_hook=look, parse_constant=_NoNumberError).decode(text)
    return shown_name(fields[0]) if fields else ""


def _without_number(value: object) -> bool:
    return isinstance(value, _NoNumberError) or (isinstance(value, list) and any(map(_without_number, value)))


_DECODER = json.JSONDecoder(object_pairs_hook=_without_repeats, parse_constant=_no_constant)
