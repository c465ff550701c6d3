"""Titles of a CV that mean several things, settled by its other words: not every souschef is a cook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from taxonomy.catalog import Catalog
from taxonomy.distance import SAME_UNIT_GROUP, closeness
from taxonomy.reading.findings import OccupationMention, TextField
from taxonomy.reading.surroundings import settled_in

DESIRED = "desired_jobs"
_TITLES = frozenset({DESIRED, "headline"})


def settled_title(
    title: TextField, fields: Sequence[TextField], named: Sequence[OccupationMention], catalog: Catalog
) -> tuple[OccupationMention, ...]:
    """The occupations of one job, settled by the fields; a kindred usual meaning keeps its score.

    Who receives guests at a hotel is a receptionist too; who watches over a building at night is no night carer.
    """
    found = settled_in(title, fields, named, catalog)
    if found is None:
        return tuple(named)
    usual = {(one.occupation, one.quote): one for one in named}
    return tuple(
        usual.get((one.occupation, one.quote), one) if _kin(catalog, one.occupation, found[0].occupation) else one
        for one in found
    )


def settled_wishes(
    wished: Sequence[OccupationMention], fields: Sequence[TextField], catalog: Catalog
) -> Iterator[OccupationMention]:
    """The wishes, each job wanted and the headline settled by all the fields; running text is left as it is."""
    titles = {(one.name, one.index): one for one in fields if one.name in _TITLES}
    silent = titles.keys() - {(one.quote.field, one.quote.index) for one in wished}
    for place, named in groupby(wished, key=lambda one: (one.quote.field, one.quote.index)):
        mentions, title = tuple(named), titles.get(place)
        yield from mentions if title is None else settled_title(title, fields, mentions, catalog)
    for title in titles.values():
        if title.name == DESIRED and (title.name, title.index) in silent:  # "afløser", whose work the rest tells
            yield from settled_title(title, fields, (), catalog)


def _kin(catalog: Catalog, one: str, other: str) -> bool:
    return max(closeness(catalog, one, other), closeness(catalog, other, one)) >= SAME_UNIT_GROUP
