"""The unit groups of ISCO-08, so that a code that does not exist is refused."""

from __future__ import annotations

from functools import cache

from taxonomy.files import DATA, TaxonomyFile


@cache
def unit_groups() -> frozenset[str]:
    """The four-digit codes of all 436 unit groups; from the International Labour Office's ISCO-08."""
    minor_groups = TaxonomyFile(DATA / "isco_08.toml").content["unit_groups"]
    return frozenset(minor + digit for minor, digits in minor_groups.items() for digit in digits)
