"""How well facts of CVs are read, against labels: counts by sort of fact, and every mistake.

`python -m tests.quality.cv_facts [FILE]` prints the counts by sort; mistakes only of development files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_cv
from taxonomy.reading.cvs.hours import hours_sought
from taxonomy.reading.findings import CvReading, JobHeld, RequirementKind
from tests.quality.facts_tally import FactsTally

FOLDER = Path(__file__).parent / "reading"
FILE = FOLDER / "cv_facts_development.jsonl"
FILES = (FILE, *(FOLDER / f"cv_facts_development_{part}.jsonl" for part in "bcd"))
NOTES = FOLDER / "cv_facts_development_e.jsonl"
CLOSED = "reporting"
WRITTEN = date(2026, 11, 23)  # the day that the CVs speak from
SETS = ("wished", "refused", "wanted_shifts", "refused_shifts", "wanted_kinds", "refused_kinds")
VALUES = ("education", "hours", "text_language", "availability", "max_commute_km")
ONLY_LABELLED = ("hours", "availability", "max_commute_km")  # where labels are complete, what they lack is not so
YEARS_APART = 1.0  # "2015-2020" is five years or six
PAPERS = frozenset(
    {
        RequirementKind.DRIVING_LICENCE,
        RequirementKind.CERTIFICATE,
        RequirementKind.AUTHORISATION,
        RequirementKind.CRIMINAL_RECORD,
    }
)
Labels = Mapping[str, Any]  # as README.md beside the file tells


def evaluate_cv_facts(catalog: Catalog, file: Path = FILE) -> FactsTally:
    """The tally of reading every labelled CV of a file."""
    tally = FactsTally()
    for line in file.read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        cv, label, reading = labelled["id"], labelled["label"], _read(labelled["cv"], catalog)
        for sort in SETS:
            tally.compare(cv, sort, label.get(sort, ()), _found(reading, sort))
        _compare_held(cv, label, reading, tally)
        _compare_values(cv, label, labelled["cv"], reading, tally)
        if "worked" in label or label.get("complete"):
            _compare_worked(cv, label, reading, tally)
    return tally


def _read(cv: Labels, catalog: Catalog) -> CvReading:
    fields = {name: cv.get(name, ()) for name in ("education", "skills", "licences", "desired_jobs")}
    return read_cv(
        headline=cv["headline"],
        text=cv.get("text", ""),
        experience=[(job["title"], job.get("years")) for job in cv.get("experience", ())],
        languages=cv.get("languages", {}),
        catalog=catalog,
        written=WRITTEN,
        **fields,
    )


def _found(reading: CvReading, sort: str) -> set[str]:
    if sort == "wished":
        return {one.occupation for one in reading.wishes}
    return {one.occupation for one in reading.refused} if sort == "refused" else set(getattr(reading, sort))


def _compare_held(cv: str, label: Labels, reading: CvReading, tally: FactsTally) -> None:
    held = {f"{one.kind.value}:{one.key}": one for one in reading.held}
    for wanted in label.get("held", ()):
        key, _, until = wanted.lstrip("?").partition("@")
        right = key in held and (not until or str(held[key].valid_to) == until)
        if right or "?" not in wanted:
            tally.hit("held") if right else tally.miss(cv, "held", wanted)
    for key in label.get("not_held", ()):
        if key in held:
            tally.excess(cv, "held", key)
    if label.get("complete"):
        labelled = {one.lstrip("?").partition("@")[0] for one in (*label.get("held", ()), *label.get("not_held", ()))}
        for key in sorted(key for key, one in held.items() if one.kind in PAPERS and key not in labelled):
            tally.excess(cv, "held", key)


def _compare_values(cv: str, label: Labels, given: Labels, reading: CvReading, tally: FactsTally) -> None:
    found = {
        "education": reading.education_level,
        "hours": given.get("hours") or hours_sought(reading.hours_per_week),
        "text_language": reading.text_language,
        "availability": reading.available_from and reading.available_from.isoformat(),
        "max_commute_km": given.get("max_commute_km") or reading.max_commute_km,
    }
    for sort in VALUES:
        if sort in label:
            tally.compare_value(cv, sort, str(label[sort]), _text(found[sort]))
        elif label.get("complete") and sort in ONLY_LABELLED and found[sort] is not None and sort not in given:
            tally.excess(cv, sort, str(found[sort]))
    for name, level in label.get("languages", {}).items():
        tally.compare_value(cv, "languages", level, reading.languages.get(name))
    if label.get("complete"):
        for name in sorted(set(reading.languages) - set(label.get("languages", {})) - set(given.get("languages", {}))):
            tally.excess(cv, "languages", name)


def _text(found: object) -> str | None:
    return None if found is None else f"{found:g}" if isinstance(found, float) else str(found)


def _compare_worked(cv: str, label: Labels, reading: CvReading, tally: FactsTally) -> None:
    labels = [one.partition("@")[::2] for one in label.get("worked", ())]
    held = {one.occupation for job in reading.history for one in job.occupations}
    tally.compare(cv, "worked", [occupations for occupations, _ in labels], held)
    for occupations, years in labels:
        jobs = [job for job in _jobs(reading, occupations) if years and job.years is not None]
        if years and "?" not in occupations and _jobs(reading, occupations):
            near = any(abs((job.years or 0) - float(years)) <= YEARS_APART for job in jobs)
            tally.compare_value(cv, "years", years, years if near else str(jobs[0].years) if jobs else None)
    for occupations, year in label.get("last_year", {}).items():
        if jobs := list(_jobs(reading, occupations)):
            last = [str(job.until) for job in jobs if job.until is not None]
            tally.compare_value(cv, "last_year", str(year), str(year) if str(year) in last else next(iter(last), None))


def _jobs(reading: CvReading, occupations: str) -> list[JobHeld]:
    either = {one.lstrip("?") for one in occupations.split("|")}
    return [job for job in reading.history if either & {one.occupation for one in job.occupations}]


def _report(files: list[Path]) -> Iterator[str]:
    for file in files:
        tally = evaluate_cv_facts(load_catalog(), file)
        yield f"{file.stem}\n" + "\n".join(tally.lines())
        if CLOSED not in file.name:
            yield "\n".join(tally.mistakes)


if __name__ == "__main__":
    for block in _report([FOLDER / name for name in sys.argv[1:]] or [*FILES, NOTES]):
        print(block)
