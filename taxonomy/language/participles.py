"""Irregular participles and their infinitives: "solgt" belongs to "sælge", "kørt" to "køre"."""

from __future__ import annotations

from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.normalising import fold


@cache
def infinitives() -> dict[str, str]:
    """The folded infinitive of each folded participle that removing an ending does not reveal."""
    written = TaxonomyFile(DATA / "language" / "participles.toml").content["verbs"]
    return {fold(participle): fold(verb) for participle, verb in written.items()}
