"""Writing fitted numbers into weights.toml: its words, reasons and order stay as people wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from matcher.ranking.weights import Weights
from tests.quality.weighing.parameters import Moves, Parameter, Path, in_order

ALL_POINTS = 100.0  # what a perfect similarity earns; the ranking is the same at any sum
SMALL = 0.01  # numbers below it are told with one more digit
_NUMBER = re.compile(r"^(?P<key>\w+) = (?P<number>-?\d+(?:\.\d+)?)(?P<rest>.*)$")
_TABLE = re.compile(r"^\[(?P<path>[\w.]+)\]")
_TEXT = re.compile(r'^(?P<key>version|evaluation) = ".*"$')


def numbers(weights: Weights, chosen: Sequence[Parameter], moves: Moves) -> dict[Path, float]:
    """The fitted numbers as they are to be read: rounded, points out of a hundred, costs in order."""
    found = {one.path: one.value(move) for one, move in zip(chosen, moves.tolist(), strict=True)}
    points = [path for path in found if path[-1] == "points"]
    scale = ALL_POINTS / sum(found[path] for path in points)
    found = {path: round(value * scale, 1) if path in points else _readable(value) for path, value in found.items()}
    return {**found, **dict(_costs(weights, found))}


def rewritten(text: str, fitted: dict[Path, float], version: str, evaluation: str) -> str:
    """The file with the numbers in their places, a new version and what set it."""
    told = {"version": version, "evaluation": evaluation}
    return "".join(f"{line}\n" for line in _lines(text, fitted, told))


def next_version(version: str) -> str:
    """The version with its last number counted up."""
    day, _, number = version.rpartition(".")
    return f"{day}.{int(number) + 1}"


def _lines(text: str, fitted: dict[Path, float], told: dict[str, str]) -> Iterator[str]:
    table: Path = ()
    for line in text.splitlines():
        if opened := _TABLE.match(line):
            table = tuple(opened["path"].split("."))
        if (said := _TEXT.match(line)) and not table:
            yield f'{said["key"]} = "{told[said["key"]]}"'
        elif (found := _NUMBER.match(line)) and (*table, found["key"]) in fitted:
            yield f"{found['key']} = {fitted[*table, found['key']]}{found['rest']}"
        else:
            yield line


def _costs(weights: Weights, found: Mapping[Path, float]) -> Iterator[tuple[Path, float]]:
    for kind, costs in weights.severity.items():
        fitted = in_order({grade: found.get(("severity", kind, grade), now) for grade, now in costs.items()})
        yield from ((path, cost) for grade, cost in fitted.items() if (path := ("severity", kind, grade)) in found)


def _readable(value: float) -> float:
    return round(value, 4 if abs(value) < SMALL else 3 if abs(value) < 10 * SMALL else 2)
