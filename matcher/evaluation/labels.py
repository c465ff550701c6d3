"""Reads labelled files: an order or a title with what it means in the judgement of a person or another author."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.intake import FieldProblem, IntakeError, read_job_order
from indexer.intake.job_order import JobOrder

ESCO_OCCUPATION = "http://data.europa.eu/esco/occupation/"


@dataclass(frozen=True, slots=True)
class LabelledDemand:
    """A demand by the label; `hard` is None where both are defensible, `keys` holds all defensible keys, folded.

    `place` is where its words stand (field, index in a list, start, end), None where the label does not say.
    """

    kind: str
    keys: tuple[str, ...]
    hard: bool | None
    level: str | None
    excluded: bool
    optional: bool
    place: tuple[str, int | None, int, int] | None


@dataclass(frozen=True, slots=True)
class LabelledReading:
    """An order with all that its words demand and waive; `terms` is None where the label says nothing of them.

    `voice` is how the order came, such as call_note; empty where the label does not say.
    """

    order: JobOrder
    demands: tuple[LabelledDemand, ...]
    waived: tuple[LabelledDemand, ...]
    terms: Mapping[str, object] | None
    voice: str = ""

    @property
    def id(self) -> str:
        """The order's id."""
        return self.order.id


@dataclass(frozen=True, slots=True)
class LabelledOrder:
    """An order with the trade it belongs to, None where it names no job; `also` are other defensible trades."""

    order: JobOrder
    trade: str | None
    also: tuple[str, ...]

    @property
    def id(self) -> str:
        """The order's id."""
        return self.order.id

    def right(self, trade: str | None) -> bool:
        """Whether a trade is the label or defensible."""
        return trade == self.trade or trade in self.also


@dataclass(frozen=True, slots=True)
class LabelledTitle:
    """A title with the concepts it may mean."""

    title: str
    language: str
    isco: tuple[str, ...]
    uris: tuple[str, ...]

    @property
    def id(self) -> str:
        """What may not come twice in a file."""
        return f"{self.language} {self.title}"


def read_labelled_reading(line: object) -> LabelledReading:
    """The labelled demands of a line; IntakeError names what is wrong."""
    order, label = _order_and_label(line)
    demands, waived, terms = label.get("requirements"), label.get("waived", []), label.get("terms")
    if not isinstance(demands, list) or not isinstance(waived, list) or not isinstance(terms, dict | None):
        fix = 'Skriv "label": {"requirements": [], "waived": [], "terms": {}}.'
        raise IntakeError((FieldProblem("label", "Mærket har ingen krav (requirements) eller er ikke lister.", fix),))
    return LabelledReading(order, demands_of(label), tuple(map(_demand, waived)), terms, str(label.get("voice", "")))


def demands_of(label: Mapping[str, object]) -> tuple[LabelledDemand, ...]:
    """The demands of a label, each once; IntakeError names what is wrong."""
    demands = label.get("requirements")
    return _once([_demand(one) for one in demands]) if isinstance(demands, list) else ()


def read_labelled_order(line: object) -> LabelledOrder:
    """The labelled trade of a line; IntakeError names what is wrong."""
    order, label = _order_and_label(line)
    trade, also = label.get("trade", 0), label.get("also", [])
    if not isinstance(trade, str | None) or not isinstance(also, list):
        fix = 'Skriv "label": {"trade": "sosu", "also": []}; trade er null, hvor teksten ikke nævner et job.'
        raise IntakeError((FieldProblem("label.trade", "Mærket har intet fagområde.", fix),))
    return LabelledOrder(order, trade, tuple(map(str, also)))


def read_labelled_title(line: object) -> LabelledTitle:
    """The labelled title of a line; IntakeError names what is wrong."""
    if isinstance(line, dict):
        title, language, isco, ends = (line.get(name) for name in ("title", "language", "isco", "esco"))
        if isinstance(title, str) and isinstance(language, str) and isinstance(isco, list) and isinstance(ends, list):
            uris = (end if "://" in str(end) else ESCO_OCCUPATION + str(end) for end in ends)
            return LabelledTitle(title, language, tuple(map(str, isco)), tuple(map(str, uris)))
    fix = 'Skriv linjen som {"title": "…", "language": "da", "isco": ["2221"], "esco": ["…"]}.'
    raise IntakeError((FieldProblem("", "Linjen er ikke en mærket titel.", fix),))


def _order_and_label(line: object) -> tuple[JobOrder, Mapping[str, object]]:
    if not isinstance(line, dict) or not isinstance(line.get("label"), dict):
        fix = 'Skriv jobordrens felter og "label": {…} på samme linje.'
        raise IntakeError((FieldProblem("label", "Linjen er ikke en mærket jobordre.", fix),))
    return read_job_order({name: value for name, value in line.items() if name != "label"}), line["label"]


def _demand(label: object) -> LabelledDemand:
    if not isinstance(label, dict) or not isinstance(label.get("kind"), str) or not isinstance(label.get("key"), str):
        fix = 'Skriv kravet som {"kind": "certificate", "key": "ADR", "hard": true, "level": null}.'
        raise IntakeError((FieldProblem("label.requirements", "Et krav har ingen slags eller nøgle.", fix),))
    also, hard, level = label.get("also", []), label.get("hard"), label.get("level")
    return LabelledDemand(
        kind=label["kind"],
        keys=tuple(str(key).casefold() for key in (label["key"], *(also if isinstance(also, list) else []))),
        hard=None if hard is None else bool(hard),
        level=None if level is None else str(level),
        excluded=bool(label.get("excluded")),
        optional=bool(label.get("optional")),
        place=_place(label),
    )


def _place(label: Mapping[str, object]) -> tuple[str, int | None, int, int] | None:
    field, index, start, end = (label.get(name) for name in ("field", "index", "start", "end"))
    if not isinstance(field, str) or not isinstance(start, int) or not isinstance(end, int):
        return None
    return field, index if isinstance(index, int) else None, start, end


def _once(demands: list[LabelledDemand]) -> tuple[LabelledDemand, ...]:
    """What text and lists both say counts once, by its strongest wording."""
    kept: dict[tuple[str, str], LabelledDemand] = {}
    for demand in sorted(demands, key=lambda one: (one.optional, one.hard is not True, one.level is None)):
        kept.setdefault((demand.kind, demand.keys[0]), demand)
    return tuple(kept.values())
