"""Where the words that somebody searched for stand in the public texts of a job."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from indexer.engines.highlighting import highlights
from indexer.intake.json_form import JsonObject

TEXTS, LISTS = ("title", "text", "employer"), ("must_have", "nice_to_have")


@dataclass(frozen=True, slots=True)
class Highlight:
    """One word found: the field, which item of a list field, start and end in characters."""

    field: str
    index: int | None
    start: int
    end: int


def job_highlights(job: JsonObject, sought: Collection[str]) -> list[Highlight]:
    """The places in the job's texts as they are shown, field by field."""
    return [
        Highlight(field, index, start, end)
        for field, index, text in _texts(job)
        for start, end in (highlights(text, sought) if sought else ())
    ]


def _texts(job: JsonObject) -> Iterator[tuple[str, int | None, str]]:
    for field in TEXTS:
        if isinstance(text := job.get(field), str):
            yield field, None, text
    for field in LISTS:
        if isinstance(items := job.get(field), list):
            yield from ((field, index, str(item)) for index, item in enumerate(items))
