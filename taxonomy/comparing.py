"""Compares two states of the occupations: what was added, removed and changed, and what should not have been."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from taxonomy.concepts import LegalDemand, Neighbour, Occupation

FIELDS = ("label", "english", "isco", "trade", "level", "demands", "shifts", "skills", "tasks", "can_fill")


@dataclass(frozen=True, slots=True)
class OccupationChange:
    """An occupation before and after, under the same id."""

    before: Occupation
    after: Occupation

    @property
    def reused(self) -> bool:
        """Whether the id seems to have been given to another occupation: no title is left of the old one."""
        return not {title.casefold() for title in self.before.titles} & {
            title.casefold() for title in self.after.titles
        }

    @property
    def titles_added(self) -> tuple[str, ...]:
        """Danish and English titles that were added."""
        return _new(_titles(self.before), _titles(self.after))

    @property
    def titles_removed(self) -> tuple[str, ...]:
        """Danish and English titles that were removed."""
        return _new(_titles(self.after), _titles(self.before))

    def fields(self) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
        """The other fields that changed, each with the values removed and the values added."""
        pairs = ((name, _said(getattr(self.before, name)), _said(getattr(self.after, name))) for name in FIELDS)
        return {name: (_new(after, before), _new(before, after)) for name, before, after in pairs if before != after}


@dataclass(frozen=True, slots=True)
class Removal:
    """An occupation that is gone; `heirs` are the occupations that have its titles now."""

    occupation: Occupation
    heirs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaxonomyDifference:
    """All that differs between two states, in the order of the files."""

    added: tuple[Occupation, ...]
    removed: tuple[Removal, ...]
    changed: tuple[OccupationChange, ...]

    @property
    def moved(self) -> tuple[OccupationChange, ...]:
        """The occupations that belong to another trade now."""
        return tuple(change for change in self.changed if change.before.trade != change.after.trade)

    @property
    def reused(self) -> tuple[OccupationChange, ...]:
        """The ids that seem to stand for another occupation now."""
        return tuple(change for change in self.changed if change.reused)


def compare(before: Mapping[str, Occupation], after: Mapping[str, Occupation]) -> TaxonomyDifference:
    """What differs between two states of the occupations, by id."""
    owners = {title.casefold(): found.id for found in after.values() for title in found.titles}
    gone = (found for found in before.values() if found.id not in after)
    return TaxonomyDifference(
        added=tuple(found for found in after.values() if found.id not in before),
        removed=tuple(Removal(found, _heirs(found, owners)) for found in gone),
        changed=tuple(
            OccupationChange(found, after[found.id])
            for found in before.values()
            if found.id in after and after[found.id] != found
        ),
    )


def _heirs(occupation: Occupation, owners: Mapping[str, str]) -> tuple[str, ...]:
    found = (owners.get(title.casefold()) for title in occupation.titles)
    return tuple(dict.fromkeys(owner for owner in found if owner))


def _titles(occupation: Occupation) -> tuple[str, ...]:
    return (*occupation.titles, *occupation.english_titles)


def _new(before: tuple[str, ...], after: tuple[str, ...]) -> tuple[str, ...]:
    known = set(before)
    return tuple(dict.fromkeys(title for title in after if title not in known))


def _said(value: str | tuple[str | LegalDemand | Neighbour, ...]) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(f"{one.occupation} ({one.reason})" if isinstance(one, Neighbour) else str(one) for one in value)
