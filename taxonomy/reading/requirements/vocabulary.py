"""The vocabulary of demands: keys, wordings and what each covers; a broken file is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from taxonomy.concepts import EducationLevel
from taxonomy.files import DATA, TaxonomyFile, comma_list
from taxonomy.language import fold
from taxonomy.reading.findings import RequirementKind

_FILES = {
    "driving_licences.toml": RequirementKind.DRIVING_LICENCE,
    "certificates.toml": RequirementKind.CERTIFICATE,
    "authorisations.toml": RequirementKind.AUTHORISATION,
    "educations.toml": RequirementKind.EDUCATION,
    "languages.toml": RequirementKind.LANGUAGE,
    "amu_courses.toml": RequirementKind.CERTIFICATE,
    "skills.toml": RequirementKind.SKILL,
    "skills_systems.toml": RequirementKind.SKILL,
    "skills_crafts.toml": RequirementKind.SKILL,
    "skills_care_and_service.toml": RequirementKind.SKILL,
    "skills_everyday.toml": RequirementKind.SKILL,
    "skills_stores_and_transport.toml": RequirementKind.SKILL,
    "skills_industry.toml": RequirementKind.SKILL,
    "skills_building_and_green.toml": RequirementKind.SKILL,
    "skills_shop_and_office.toml": RequirementKind.SKILL,
    "skills_studies.toml": RequirementKind.SKILL,
}
_BY_SKILL = frozenset({RequirementKind.SKILL, RequirementKind.EXPERIENCE})
_FILE_OF_BOTH = "other_demands.toml"  # its tables are named by kind
_MARKS = "=~!^"  # before a wording: in `exact`, in `asked`, in `plain`, in `retired`


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be asked for or held; `general`: no job title.

    In running text a wording in `exact` counts only with its first letter as a capital, one in `asked` only where the
    words around it ask for something: "truck er et plus", not "du kører truck"; of a skill only right behind or before
    what asks: "erfaring med beton", not "en dag med beton". One in `plain` has no endings: "mode", not "moden". One in
    `retired` was a key of its own until it was joined with this one.
    """

    kind: RequirementKind
    key: str
    wordings: tuple[str, ...]
    exact: frozenset[str]
    asked: frozenset[str]
    plain: frozenset[str]
    retired: frozenset[str]
    includes: tuple[str, ...]
    level: EducationLevel | None
    general: bool


@cache
def load_vocabulary(folder: Path = DATA / "requirements") -> Mapping[tuple[RequirementKind, str], Entry]:
    """Every entry by kind and key; raises TaxonomyFileError for a doubled key or wording or an unknown inclusion."""
    found: dict[tuple[RequirementKind, str], Entry] = {}
    owners: dict[RequirementKind, dict[str, str]] = {}
    files = [(TaxonomyFile(folder / name), kind) for name, kind in _FILES.items()]
    added = [
        (file, table, entry)
        for file, kind in (*files, (TaxonomyFile(folder / _FILE_OF_BOTH), None))
        for table, entry in _added(found, owners, file, kind)
    ]
    # Known only when every file is read: a skill may cover one of another file.
    for file, table, entry in added:
        for included in entry.includes:
            if (entry.kind, included) not in found:
                raise file.error(table, f"„{entry.key}“ omfatter „{included}“, som ikke findes her", near=entry.key)
    return found


def _added(
    found: dict[tuple[RequirementKind, str], Entry],
    owners: dict[RequirementKind, dict[str, str]],
    file: TaxonomyFile,
    kind: RequirementKind | None,
) -> Iterator[tuple[str, Entry]]:
    for table, content in file.tables(required=frozenset({"entries"}), optional=frozenset({"level", "general"})):
        for entry in _entries(file, table, content, kind):
            of_kind = owners.setdefault(entry.kind, {})
            for wording in entry.wordings:
                owner = of_kind.setdefault(fold(wording), entry.key)
                if owner != entry.key:
                    raise file.error(
                        table, f"„{wording}“ står for både {owner} og {entry.key}; behold det ene", near=entry.key
                    )
            if (entry.kind, entry.key) in found:
                raise file.error(table, f"„{entry.key}“ står to gange; skriv ordene på én linje", near=entry.key)
            found[entry.kind, entry.key] = entry
            yield table, entry


def _entries(
    file: TaxonomyFile, table: str, content: Mapping[str, object], kind: RequirementKind | None
) -> Iterator[Entry]:
    level = content.get("level")
    if level is not None and level not in list(EducationLevel):
        raise file.error(table, f"level „{level}“ er ukendt; kendte: {', '.join(EducationLevel)}", near="level")
    general = comma_list(str(content.get("general", "")))
    if kind is None and table not in list(RequirementKind):
        raise file.error(table, f"[{table}] er ikke en slags krav; kendte: {', '.join(RequirementKind)}")
    for line in filter(None, map(str.strip, str(content["entries"]).splitlines())):
        key, colon, rest = line.partition(":")
        if not colon or not key.strip(f"{_MARKS} "):
            raise file.error(table, f"„{line}“ mangler sin nøgle; skriv „nøgle: ord, ord; includes: nøgle“", near=line)
        wordings, _, includes = rest.partition("; includes:")
        written = comma_list(f"{key},{wordings}")
        marked = [wording for wording in written if wording[0] in _MARKS]
        yield Entry(
            kind=kind or RequirementKind(table),
            key=key.strip(f"{_MARKS} "),
            wordings=tuple(wording.lstrip(_MARKS) for wording in written),
            exact=_marked(marked, "="),
            asked=_marked(marked, "~"),
            plain=_marked(marked, "!"),
            retired=_marked(marked, "^"),
            includes=comma_list(includes),
            level=EducationLevel(str(level)) if level else None,
            general=key.strip(f"{_MARKS} ") in general,
        )


def _marked(written: Iterable[str], mark: str) -> frozenset[str]:
    """The wordings that bear the mark, without it and others: "~!skat"."""
    bare = ((wording, wording.lstrip(_MARKS)) for wording in written)
    return frozenset(word for wording, word in bare if mark in wording.removesuffix(word))


def key_today(kind: RequirementKind, key: str) -> str:
    """The key by which a demand goes now: keys that were joined with others since lead to theirs."""
    return _joined_keys().get(key, key) if kind in _BY_SKILL else key


@cache
def _joined_keys() -> Mapping[str, str]:
    return {old: entry.key for entry in load_vocabulary().values() for old in entry.retired}


@cache
def includes(kind: RequirementKind, key: str) -> frozenset[str]:
    """Everything that somebody holding the key has covered, the key itself among it."""
    vocabulary = load_vocabulary()
    reached, waiting = {key}, [key]
    while waiting:
        entry = vocabulary.get((kind, waiting.pop()))
        new = set(entry.includes) - reached if entry else set()
        reached |= new
        waiting.extend(new)
    return frozenset(reached)


@cache
def covered_by(kind: RequirementKind, key: str) -> tuple[str, ...]:
    """Every key of the kind that covers this one, itself among them, in alphabetical order."""
    others = (other for of_kind, other in load_vocabulary() if of_kind == kind and key in includes(kind, other))
    return tuple(sorted({key, *others}))


def education_level(key: str) -> EducationLevel | None:
    """The level of a known education, None for an unknown one."""
    entry = load_vocabulary().get((RequirementKind.EDUCATION, key))
    return entry.level if entry else None
