"""The labelled order texts are sound, and reading does not fall behind what it reached on the development half."""

import pytest

from matcher.evaluation.reading import evaluate_reading
from taxonomy.catalog import load_catalog
from taxonomy.reading.findings import RequirementKind
from tests.quality.labelled_files import labelled_readings

F1_TO_KEEP = 0.92  # the figure to reach on kind + key + hard


@pytest.mark.parametrize("half", ["development", "reporting"])
def test_each_half_holds_at_least_150_texts_with_known_kinds(half: str) -> None:
    readings = labelled_readings(half)
    assert len(readings) >= 150
    assert {demand.kind for reading in readings for demand in reading.demands} <= set(RequirementKind)


def test_the_halves_share_no_text() -> None:
    first, second = (
        {reading.order.text for reading in labelled_readings(half)} for half in ("development", "reporting")
    )
    assert not first & second


def test_demands_of_the_development_half_are_read_and_none_that_is_waived() -> None:
    tally = evaluate_reading(labelled_readings("development"), load_catalog())
    assert tally.negated == []
    assert tally.figures()[2] >= F1_TO_KEEP
