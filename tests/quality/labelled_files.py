"""The labelled files beside these tests (each folder's README.md says who labelled how)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from indexer.intake.identity import HasId
from indexer.intake.json_lines import JsonLines, RefusedLine
from matcher.evaluation.labels import (
    LabelledOrder,
    LabelledReading,
    LabelledTitle,
    read_labelled_order,
    read_labelled_reading,
    read_labelled_title,
)

FOLDER = Path(__file__).parent
_ROOT = FOLDER.parents[1]
# The official files are no part of the project: they lie in the checkout or beside it.
ESCO = next((path for root in (_ROOT, _ROOT.parent) if (path := root / "shared" / "esco").is_dir()), _ROOT / "esco")

Labelled = TypeVar("Labelled", bound=HasId)


def labelled_readings(half: str) -> list[LabelledReading]:
    """The texts of a half, "development" or "reporting", whose demands were labelled first."""
    return read_labelled(FOLDER / "reading" / f"requirements_{half}.jsonl", read_labelled_reading)


def labelled_orders(half: str) -> list[LabelledOrder]:
    """The texts of a half whose trade is labelled."""
    return read_labelled(FOLDER / "routing" / f"orders_{half}.jsonl", read_labelled_order)


def labelled_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half."""
    return read_labelled(FOLDER / "linking" / f"titles_{half}.jsonl", read_labelled_title)


def official_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half that are worded as registers word them."""
    return read_labelled(FOLDER / "linking" / f"official_titles_{half}.jsonl", read_labelled_title)


def register_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half in the manner of a register: head first, old words, trades that few ask for."""
    return read_labelled(FOLDER / "linking" / f"register_titles_{half}.jsonl", read_labelled_title)


def classification_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half that are worded as a national classification words them: work, groups, heads first."""
    return read_labelled(FOLDER / "linking" / f"classification_titles_{half}.jsonl", read_labelled_title)


def bracketed_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half with brackets and a register's tails, a tenth of them in other languages."""
    return read_labelled(FOLDER / "linking" / f"bracketed_titles_{half}.jsonl", read_labelled_title)


def national_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half that national lists and job boards of six languages name the same jobs by."""
    return read_labelled(FOLDER / "linking" / f"national_titles_{half}.jsonl", read_labelled_title)


def foreign_titles(half: str) -> list[LabelledTitle]:
    """The titles of a half in 25 languages: common jobs, and occupations drawn by lot."""
    names = ("foreign_titles", "rare_titles")
    return [
        title
        for name in names
        for title in read_labelled(FOLDER / "linking" / f"{name}_{half}.jsonl", read_labelled_title)
    ]


def read_labelled(path: Path, read: Callable[[object], Labelled]) -> list[Labelled]:
    """Every line of a file; a line that is refused is an error here."""
    refused: list[RefusedLine] = []
    with path.open("rb") as lines:
        found = list(JsonLines(lines, read, refused.append))
    if refused:
        raise ValueError(f"{path.name}, {refused[0]}")
    return found
