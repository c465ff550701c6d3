"""The order texts whose demands are labelled (reading/README.md says who labelled how)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.intake import read_job_order
from indexer.intake.job_order import JobOrder

FOLDER = Path(__file__).parent / "reading"


@dataclass(frozen=True, slots=True)
class LabelledDemand:
    """A demand by the label; `hard` is None where both are defensible, `keys` holds all defensible keys."""

    kind: str
    keys: tuple[str, ...]
    hard: bool | None
    level: str | None
    excluded: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class LabelledReading:
    """An order with all that its words demand and waive."""

    order: JobOrder
    demands: tuple[LabelledDemand, ...]
    waived: tuple[LabelledDemand, ...]
    terms: Mapping[str, object]


def labelled_readings(half: str) -> list[LabelledReading]:
    """The texts of a half, "development" or "reporting"."""
    lines = (FOLDER / f"requirements_{half}.jsonl").read_text(encoding="utf-8").splitlines()
    return [_reading(json.loads(line)) for line in lines]


def _reading(fields: dict[str, object]) -> LabelledReading:
    label = fields.pop("label")
    if not isinstance(label, dict):
        raise TypeError("a labelled order lacks its label")
    return LabelledReading(
        order=read_job_order(fields),
        demands=_once([_demand(one) for one in label["requirements"]]),
        waived=tuple(_demand(one) for one in label["waived"]),
        terms=label["terms"],
    )


def _demand(label: Mapping[str, object]) -> LabelledDemand:
    also = label.get("also", [])
    hard, level = label["hard"], label["level"]
    return LabelledDemand(
        kind=str(label["kind"]),
        keys=tuple(str(key).casefold() for key in (label["key"], *(also if isinstance(also, list) else []))),
        hard=None if hard is None else bool(hard),
        level=None if level is None else str(level),
        excluded=bool(label.get("excluded")),
        optional=bool(label.get("optional")),
    )


def _once(demands: list[LabelledDemand]) -> tuple[LabelledDemand, ...]:
    """What text and lists both say counts once, by its strongest wording."""
    kept: dict[tuple[str, str], LabelledDemand] = {}
    for demand in sorted(demands, key=lambda one: (one.optional, one.hard is not True, one.level is None)):
        kept.setdefault((demand.kind, demand.keys[0]), demand)
    return tuple(kept.values())
