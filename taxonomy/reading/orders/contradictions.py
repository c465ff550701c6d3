"""Where an order's words contradict each other or its fields: said, never settled silently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.reading.findings import Contradiction, OrderReading, Requirement, RequirementKind, Terms
from taxonomy.reading.requirements.ages import MAXIMUM, MINIMUM
from taxonomy.reading.requirements.vocabulary import includes

_ALIKE = frozenset({("laereplads", "voksenlaerling")})
_CHANGING = "skiftende"
_STEM = 5  # letters in which two forms of a word agree
_SPEAKING = ("talende", "speaking")  # says that somebody speaks it, and not how well
_SLACK = 0.5  # hours a week; people round


@dataclass(frozen=True, slots=True)
class OrderFields:
    """The order's own fields; `start` is an ISO date, `hours_per_week` hours, None where a field is empty."""

    hours_per_week: float | None = None
    shift: str | None = None
    positions: int | None = None
    start: str | None = None
    order_type: str | None = None


def contradictions(reading: OrderReading, fields: OrderFields) -> tuple[Contradiction, ...]:
    """Each contradiction with a Danish sentence; demands carry quotes, conditions of the job do not."""
    return (
        *_waived_and_demanded(reading),
        *_excluded_and_demanded(reading.requirements),
        *_ages(reading.requirements),
        *_levels(reading.requirements),
        *_conditions(reading.terms, fields),
        *_kinds(reading.terms.kind, fields.order_type),
    )


def _waived_and_demanded(reading: OrderReading) -> Iterator[Contradiction]:
    told: set[str] = set()
    for waived in reading.waived:
        for asked in reading.requirements:
            if asked.hard and not asked.excluded and _takes_back(asked, waived) and asked.key not in told:
                told.add(asked.key)
                sentence = f"Ordren kræver {asked.key}, men siger også, at {waived.key} ikke er nødvendigt."
                yield Contradiction("waived", sentence, (asked.quote, waived.quote))


def _takes_back(asked: Requirement, waived: Requirement) -> bool:
    """The very thing, or one that covers what is waived: "intet krav om truck" and truckcertifikat B.

    Within one text only in the same words: "tømrer, ufaglært går an" and "CE, trailer er ikke relevant" tell of two.
    """
    if asked.kind is not waived.kind or _is_training_on_the_job(waived):
        return False
    two_places = (asked.quote.field, asked.quote.index) != (waived.quote.field, waived.quote.index)
    return waived.key in includes(asked.kind, asked.key) and (two_places or _names_again(asked, waived))


def _names_again(asked: Requirement, waived: Requirement) -> bool:
    """ "Truckcertifikat B" and "truck", but neither "D-kørekort" and "traktorkørekort" nor "bager" and "konditor"."""
    named = asked.quote.text.casefold().split()
    return all(any(one[:_STEM] == other[:_STEM] for other in named) for one in waived.quote.text.casefold().split())


def _is_training_on_the_job(waived: Requirement) -> bool:
    # Being trained in the systems of the house does not take back a demand for experience with years.
    return waived.kind is RequirementKind.EXPERIENCE and "læring" in waived.quote.text.casefold()


def _excluded_and_demanded(requirements: Sequence[Requirement]) -> Iterator[Contradiction]:
    for excluded in (one for one in requirements if one.excluded):
        for asked in requirements:
            if not asked.excluded and asked.hard and (asked.kind, asked.key) == (excluded.kind, excluded.key):
                sentence = f"Ordren kræver {asked.key}, men vil ikke have nogen, der har det."
                yield Contradiction("excluded", sentence, (asked.quote, excluded.quote))
                break


def _ages(requirements: Sequence[Requirement]) -> Iterator[Contradiction]:
    least, most = _age(requirements, MINIMUM), _age(requirements, MAXIMUM)
    if least and most and int(least.level or 0) > int(most.level or 0):
        sentence = f"Ordren vil have nogen, der er mindst {least.level} år, og højst {most.level} år."
        yield Contradiction("age", sentence, (least.quote, most.quote))


def _age(requirements: Sequence[Requirement], key: str) -> Requirement | None:
    return next((one for one in requirements if one.kind is RequirementKind.AGE and one.key == key), None)


def _levels(requirements: Sequence[Requirement]) -> Iterator[Contradiction]:
    said: dict[tuple[RequirementKind, str], Requirement] = {}
    for one in requirements:
        levelled = one.kind in {RequirementKind.LANGUAGE, RequirementKind.EXPERIENCE} and one.hard and one.level
        if not levelled or one.quote.text.casefold().endswith(_SPEAKING):
            continue
        first = said.setdefault((one.kind, one.key), one)
        if first.level != one.level:
            unit = " års erfaring" if one.kind is RequirementKind.EXPERIENCE else ""
            sentence = f"Ordren kræver {one.key} både på {first.level}{unit} og {one.level}{unit}."
            yield Contradiction("level", sentence, (first.quote, one.quote))


def _conditions(terms: Terms, fields: OrderFields) -> Iterator[Contradiction]:
    if terms.hours_per_week and fields.hours_per_week is not None:
        least, most = terms.hours_per_week
        if not least - _SLACK <= fields.hours_per_week <= most + _SLACK:
            said = _plain(least) if least == most else f"{_plain(least)}-{_plain(most)}"
            sentence = f"Teksten siger {said} timer om ugen, feltet siger {_plain(fields.hours_per_week)}."
            yield Contradiction("hours_per_week", sentence, ())
    if fields.shift and terms.shifts and fields.shift not in terms.shifts and not _changing(fields, terms):
        yield Contradiction("shift", f"Teksten siger {', '.join(terms.shifts)}, feltet siger {fields.shift}.", ())
    if terms.positions and fields.positions and terms.positions != fields.positions:
        sentence = f"Teksten siger {terms.positions} stillinger, feltet siger {fields.positions}."
        yield Contradiction("positions", sentence, ())
    if terms.start and fields.start and terms.start[:2] == "20" and terms.start != fields.start:
        yield Contradiction("start", f"Teksten siger start {terms.start}, feltet siger {fields.start}.", ())


def _kinds(told: str | None, given: str | None) -> Iterator[Contradiction]:
    """ "Fritidsjob efter skole" in an ordinary order; an adult apprentice is an apprentice."""
    if told and given and told != given and (told, given) not in _ALIKE:
        sentence = f"Teksten siger {_label(told)}, feltet siger {_label(given)}."
        yield Contradiction("order_type", sentence, ())


@cache
def _label(kind: str) -> str:
    return str(TaxonomyFile(DATA / "order_kinds.toml").content[kind]["label"])


def _changing(fields: OrderFields, terms: Terms) -> bool:
    return _CHANGING in {fields.shift, *terms.shifts}


def _plain(hours: float) -> str:
    return f"{hours:g}".replace(".", ",")
