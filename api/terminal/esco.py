"""Loads ESCO's concepts for the commands, from the official files or as saved earlier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from api.terminal.files import NothingDoneError, Refusals, read_values
from api.terminal.progress import bar
from api.wiring import Components
from indexer.batches import batches_by_length
from indexer.intake import FieldProblem, IntakeError
from indexer.linking import Concept, esco_concepts, passages_to_embed, texts_to_embed
from taxonomy.importers.crosswalk import read_crosswalk
from taxonomy.importers.esco import EscoKind, import_esco
from taxonomy.importers.tables import SkippedLine, TableFileError

KEPT = "esco.jsonl"  # in the data folder
SKIPPED_SHOWN = 5  # lines of each file; more would hide the counts
TEXTS_A_STEP, WORK_A_STEP = 512, 20_000  # between two looks at the progress bar: about a second
AS_LONG_AS = 18  # characters take as long as what stands around every text (2.9 ms a label, 14.8 a passage of 200)


def read_esco_folder(folder: Path, crosswalks: Sequence[Path] = ()) -> list[Concept]:
    """The concepts of a folder's official files, with its crosswalks' titles; prints counts and what was skipped."""
    try:
        return _esco(folder, (*crosswalks, *sorted(folder.glob("crosswalk*.csv"))))
    except TableFileError as error:
        raise NothingDoneError(str(error)) from error


def read_esco_skills(folder: Path) -> list[Concept]:
    """The skills of a folder's official files; prints counts and what was skipped."""
    try:
        found = import_esco(folder, EscoKind.SKILLS)
    except TableFileError as error:
        raise NothingDoneError(str(error)) from error
    _print(f"ESCO: {len(found.concepts)} kompetencer fra {' og '.join(found.files)}.", found.skipped)
    return esco_concepts(found.concepts)


def read_kept_esco(data: Path) -> list[Concept]:
    """The concepts that `taxonomy import-esco --save` kept in the data folder."""
    if not (data / KEPT).exists():
        raise NothingDoneError("ESCO er ikke indlæst. Gør det med: jobformidling taxonomy import-esco MAPPE --save")
    refusals = Refusals()
    found = [kept.concept for kept in read_values(str(data / KEPT), _read_concept, refusals)]
    if refusals.count:
        raise NothingDoneError(
            f"{data / KEPT} er beskadiget. Indlæs igen: jobformidling taxonomy import-esco MAPPE --save"
        )
    return found


def embed_labels(components: Components, concepts: Sequence[Concept], *, skills: bool = False) -> None:
    """Embed the labels in advance, with a progress bar: the first time takes a minute or two, later they are cached.

    What was embedded stays when it is stopped, so that the next time goes on from there.
    """
    labels, wholes = texts_to_embed(concepts, skills=skills), passages_to_embed(concepts)
    with bar("Forstår ESCO's betegnelser", sum(map(_work, (*labels, *wholes)))) as tell:
        done = 0
        for embed, texts in ((components.embedder.queries, labels), (components.embedder.passages, wholes)):
            for step in batches_by_length(sorted(texts, key=len), _work, TEXTS_A_STEP, WORK_A_STEP):
                embed(step)
                done += sum(map(_work, step))
                tell(done)


def _work(text: str) -> int:
    """How long a text takes to embed, in characters; the shortest takes some time as well."""
    return len(text) + AS_LONG_AS


def concept_to_mapping(concept: Concept) -> dict[str, object]:
    """The line that a concept is kept as."""
    return {
        "id": concept.uri,
        "isco": concept.isco,
        "label": concept.label,
        "danish": list(concept.danish),
        "english": list(concept.english),
        "group_names": list(concept.group_names),
        "others": [list(labels) for labels in concept.others],
    }


@dataclass(frozen=True, slots=True)
class _Kept:
    concept: Concept

    @property
    def id(self) -> str:
        return self.concept.uri


def _read_concept(line: object) -> _Kept:
    if isinstance(line, dict):
        uri, isco, label = (line.get(name) for name in ("id", "isco", "label"))
        names = [line.get(name, []) for name in ("danish", "english", "group_names")]
        others = line.get("others", [])
        lists = isinstance(others, list) and all(isinstance(one, list) for one in (*names, *others))
        if lists and all(isinstance(one, str) for one in (uri, isco, label)):
            danish, english, group_names = (tuple(map(str, one)) for one in names)
            further = tuple(tuple(map(str, one)) for one in others)
            return _Kept(Concept(str(uri), str(label), str(isco), danish, english, group_names, further))
    raise IntakeError((FieldProblem("", "Linjen er ikke et begreb.", "Indlæs ESCO igen."),))


def _esco(folder: Path, crosswalks: Sequence[Path]) -> list[Concept]:
    found = import_esco(folder)
    _print(f"ESCO: {len(found.concepts)} stillinger fra {' og '.join(found.files)}.", found.skipped)
    known = {concept.uri for concept in found.concepts}
    official: dict[str, list[str]] = {}
    for path in crosswalks:
        crosswalk = read_crosswalk(path, known=known)
        _print(f"{path.name}: {len(crosswalk.titles)} officielle titler.", crosswalk.skipped)
        for uri, titles in crosswalk.by_concept().items():
            official.setdefault(uri, []).extend(titles)
    return esco_concepts(found.concepts, official)


def _print(what: str, skipped: Sequence[SkippedLine]) -> None:
    """Counts on standard error, so that standard output holds results only."""
    click.echo(what, err=True)
    for line in skipped[:SKIPPED_SHOWN]:
        click.echo(f"  sprunget over: {line.file}, linje {line.line}, {line.reason}", err=True)
    if len(skipped) > SKIPPED_SHOWN:
        click.echo(f"  og {len(skipped) - SKIPPED_SHOWN} linjer mere", err=True)
