"""What people say of a reading: their corrections are laid over whatever the words gave, each time they are read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from taxonomy.reading.findings import OccupationMention, OrderReading, Quote, Requirement, RequirementKind, Terms
from taxonomy.reading.orders.contradictions import OrderFields, contradictions

CORRECTION = "correction"  # the field of a quote that no text holds: a person said so
BY_A_PERSON = Quote(CORRECTION, None, 0, 0, "")

DemandKey = tuple[RequirementKind, str]


@dataclass(frozen=True, slots=True)
class DemandSet:
    """A demand as a person says it is; the fields mean what they mean in Requirement."""

    kind: RequirementKind
    key: str
    level: str | None = None
    hard: bool = True
    excluded: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What one person changed.

    `undone` lets the words speak again of a demand. `occupations` replaces all that were read, None leaves them.
    `terms` holds what was set; the names in `terms_undone` are read from the words again.
    """

    demands: tuple[DemandSet, ...] = ()
    removed: tuple[DemandKey, ...] = ()
    undone: tuple[DemandKey, ...] = ()
    occupations: tuple[str, ...] | None = None
    terms: Terms = field(default_factory=Terms)
    terms_undone: tuple[str, ...] = ()


def corrected(reading: OrderReading, corrections: Sequence[Correction], given: OrderFields) -> OrderReading:
    """The reading with the corrections laid over it, oldest first, and what contradicts what by then."""
    if not corrections:
        return reading
    demands = _standing(corrections)
    kept = tuple(_as_said(found, demands) for found in reading.requirements if demands.get(_key(found), found))
    added = tuple(_requirement(said) for key, said in demands.items() if said and key not in set(map(_key, kept)))
    dropped = [found for found in reading.requirements if demands.get(_key(found), found) is None]
    changed = replace(
        reading,
        requirements=(*kept, *added),
        waived=(*_without(reading.waived, demands), *dropped),
        mentioned=_without(reading.mentioned, demands),
        occupations=_occupations(reading.occupations, corrections),
        terms=_terms(reading.terms, corrections),
    )
    return replace(changed, contradictions=contradictions(changed, given))


def _standing(corrections: Iterable[Correction]) -> dict[DemandKey, DemandSet | None]:
    """What stands of each demand that people spoke of; None where it was removed."""
    standing: dict[DemandKey, DemandSet | None] = {}
    for one in corrections:
        for key in one.undone:
            standing.pop(key, None)
        standing |= dict.fromkeys(one.removed)
        standing |= {(said.kind, said.key): said for said in one.demands}
    return standing


def _key(found: Requirement) -> DemandKey:
    return found.kind, found.key


def _as_said(found: Requirement, demands: dict[DemandKey, DemandSet | None]) -> Requirement:
    said = demands.get(_key(found))
    return replace(found, level=said.level, hard=said.hard, excluded=said.excluded) if said else found


def _requirement(said: DemandSet) -> Requirement:
    return Requirement(said.kind, said.key, said.level, said.hard, BY_A_PERSON, excluded=said.excluded)


def _without(found: Iterable[Requirement], demands: dict[DemandKey, DemandSet | None]) -> tuple[Requirement, ...]:
    return tuple(one for one in found if _key(one) not in demands)


def _occupations(
    read: tuple[OccupationMention, ...], corrections: Sequence[Correction]
) -> tuple[OccupationMention, ...]:
    said = next((one.occupations for one in reversed(corrections) if one.occupations is not None), None)
    return read if said is None else tuple(OccupationMention(each, 1.0, BY_A_PERSON) for each in said)


def _terms(read: Terms, corrections: Sequence[Correction]) -> Terms:
    said: dict[str, object] = {}
    for one in corrections:
        said = {name: value for name, value in said.items() if name not in one.terms_undone}
        said |= {name: value for name in TERMS if (value := getattr(one.terms, name))}
    return replace(read, **said)  # type: ignore[arg-type]  # names and values both come from Terms


TERMS = ("hours_per_week", "shifts", "start", "positions")
