"""Participles that their infinitive does not show: "solgt" is of "sælge", "kørt" of "køre"."""

from __future__ import annotations

from functools import cache

from taxonomy.files import DATA, TaxonomyFile
from taxonomy.language.normalising import fold


@cache
def infinitives() -> dict[str, str]:
    """The folded infinitive of each folded participle that takes more than an ending away."""
    written = TaxonomyFile(DATA / "language" / "participles.toml").content["verbs"]
    return {fold(participle): fold(verb) for participle, verb in written.items()}
