"""Shows a licence, certificate, skill or other entry of the vocabulary to a domain expert."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from api.commands.taxonomy_wording import LEVELS, WIDTH
from api.labels import REQUIREMENTS
from taxonomy.language import fold
from taxonomy.reading import covered_by, includes
from taxonomy.reading.requirements.vocabulary import Entry, load_vocabulary


def requirement_lines(asked: str) -> list[str]:
    """Every entry of the vocabulary that goes by these words; nothing where there is none."""
    wanted = fold(asked)
    found = [one for one in load_vocabulary().values() if wanted in {fold(one.key), *map(fold, one.wordings)}]
    return [line for at, entry in enumerate(found) for line in (*([""] if at else []), *_described(entry))]


def _described(entry: Entry) -> Iterator[str]:
    level = f" · {LEVELS[entry.level]}" if entry.level else ""
    yield f"{entry.key} · {REQUIREMENTS[entry.kind.value]}{level}"
    others = [wording for wording in entry.wordings if wording != entry.key]
    yield from _section(f"Skrives også ({len(others)})", ", ".join(others))
    yield from _section("Dækker", ", ".join(sorted(includes(entry.kind, entry.key) - {entry.key})))
    covering = [key for key in covered_by(entry.kind, entry.key) if key != entry.key]
    yield from _section("Dækkes af", ", ".join(covering))
    if entry.asked:
        yield from _section("Tæller kun, hvor teksten beder om noget", ", ".join(sorted(entry.asked)))


def _section(heading: str, text: str) -> Iterator[str]:
    if text:
        yield heading
        yield from (f"  {line}" for line in wrap(text, WIDTH))
