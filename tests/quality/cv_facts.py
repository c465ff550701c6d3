"""How well facts of CVs are read, against labels: counts by sort of fact, and every mistake."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from taxonomy.catalog import Catalog
from taxonomy.reading import read_cv
from taxonomy.reading.cv_hours import hours_sought
from taxonomy.reading.findings import CvReading

FILE = Path(__file__).parent / "reading" / "cv_facts_development.jsonl"
SETS = ("wished", "refused", "wanted_shifts", "refused_shifts", "wanted_kinds", "refused_kinds")
VALUES = ("education", "hours", "text_language")
Labels = Mapping[str, Any]  # as README.md beside the file tells


@dataclass(slots=True)
class FactsTally:
    """Counts by sort of fact; `mistakes` say the CV, the sort, and what was missed (-) or too much (+)."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    mistakes: list[str] = field(default_factory=list)

    def figures(self, sort: str | None = None) -> tuple[float, float]:
        """Precision and recall of a sort or of all; 1 where there is nothing."""
        right, wrong, missed = (
            found.total() if sort is None else found[sort] for found in (self.right, self.wrong, self.missed)
        )
        return right / (right + wrong) if right + wrong else 1.0, right / (right + missed) if right + missed else 1.0

    def hit(self, sort: str) -> None:
        """Something labelled was found."""
        self.right[sort] += 1

    def miss(self, cv: str, sort: str, what: str) -> None:
        """Something labelled was not found."""
        self.missed[sort] += 1
        self.mistakes.append(f"{cv} -{sort}: {what}")

    def excess(self, cv: str, sort: str, what: str) -> None:
        """Something was found that is not so."""
        self.wrong[sort] += 1
        self.mistakes.append(f"{cv} +{sort}: {what}")


def evaluate_cv_facts(catalog: Catalog) -> FactsTally:
    """The tally of reading every labelled CV."""
    tally = FactsTally()
    for line in FILE.read_text(encoding="utf-8").splitlines():
        labelled = json.loads(line)
        reading = _read(labelled["cv"], catalog)
        for sort in SETS:
            _compare(labelled["id"], sort, labelled["label"].get(sort, ()), _found(reading, sort), tally)
        _compare_held(labelled["id"], labelled["label"], reading, tally)
        _compare_values(labelled["id"], labelled["label"], labelled["cv"], reading, tally)
    return tally


def _read(cv: Labels, catalog: Catalog) -> CvReading:
    fields = {name: cv.get(name, ()) for name in ("education", "skills", "licences", "desired_jobs")}
    return read_cv(
        headline=cv["headline"],
        text=cv.get("text", ""),
        experience=[(job["title"], job.get("years")) for job in cv.get("experience", ())],
        languages=cv.get("languages", {}),
        catalog=catalog,
        **fields,
    )


def _found(reading: CvReading, sort: str) -> set[str]:
    if sort == "wished":
        return {one.occupation for one in reading.wishes}
    return {one.occupation for one in reading.refused} if sort == "refused" else set(getattr(reading, sort))


def _compare(cv: str, sort: str, labels: Iterable[str], found: set[str], tally: FactsTally) -> None:
    defensible: set[str] = set()
    for label in labels:
        either = {one.lstrip("?") for one in label.split("|")}
        defensible |= either
        if "?" in label:
            continue
        tally.hit(sort) if either & found else tally.miss(cv, sort, label)
    for one in sorted(found - defensible):
        tally.excess(cv, sort, one)


def _compare_held(cv: str, label: Labels, reading: CvReading, tally: FactsTally) -> None:
    held = {f"{one.kind.value}:{one.key}": one for one in reading.held}
    for wanted in label.get("held", ()):
        key, _, until = wanted.partition("@")
        right = key in held and (not until or str(held[key].valid_to) == until)
        tally.hit("held") if right else tally.miss(cv, "held", wanted)
    for key in label.get("not_held", ()):
        if key in held:
            tally.excess(cv, "held", key)


def _compare_values(cv: str, label: Labels, given: Labels, reading: CvReading, tally: FactsTally) -> None:
    found = {
        "education": reading.education_level,
        "hours": given.get("hours") or hours_sought(reading.hours_per_week),
        "text_language": reading.text_language,
    }
    values = [(sort, label[sort], found[sort]) for sort in VALUES if sort in label]
    values += [("languages", level, reading.languages.get(name)) for name, level in label.get("languages", {}).items()]
    for sort, wanted, got in values:
        if wanted == got:
            tally.hit(sort)
            continue
        tally.miss(cv, sort, str(wanted))
        if got is not None:
            tally.excess(cv, sort, str(got))
