"""The languages of a CV under their Danish names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from taxonomy.reading.findings import Held, RequirementKind
from taxonomy.reading.requirements.language_names import language_key, language_level


def cv_languages(given: Mapping[str, str], held: Sequence[Held]) -> Mapping[str, str]:
    """Danish name to A1-C2 or "modersmål"; what the list gives wins over running text; empty level: unknown."""
    found = {language_key(name): language_level(level) for name, level in given.items()}
    for one in held:
        if one.kind is RequirementKind.LANGUAGE and not found.get(one.key):
            found[one.key] = one.level or ""
    return MappingProxyType(found)
