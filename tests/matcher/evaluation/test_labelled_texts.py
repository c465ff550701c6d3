"""Labelled lines: what is read of them, and what is refused with the fix."""

import pytest

from indexer.intake import IntakeError
from matcher.evaluation.labels import read_labelled_order, read_labelled_reading, read_labelled_title

ORDER = {"id": "T-1", "title": "Kok", "text": "x", "order_type": "ordinaer", "positions": 1, "postcode": "2100"}
DEMAND = {"kind": "certificate", "key": "ADR", "hard": True, "level": None, "field": "text", "start": 0, "end": 1}


def labelled(**label: object) -> dict[str, object]:
    return {**ORDER, "label": label}


def test_a_demand_that_text_and_list_both_name_counts_once_by_its_strongest_wording() -> None:
    found = read_labelled_reading(labelled(requirements=[{**DEMAND, "hard": False}, DEMAND], terms={}))
    assert [(one.keys, one.hard, one.place) for one in found.demands] == [(("adr",), True, ("text", None, 0, 1))]


def test_a_label_without_terms_says_nothing_of_them() -> None:
    assert read_labelled_reading(labelled(requirements=[])).terms is None


def test_a_trade_may_be_none_and_others_defensible() -> None:
    assert read_labelled_order(labelled(trade=None)).trade is None
    found = read_labelled_order(labelled(trade="sosu", also=["mvu_lvu"]))
    assert [found.right(trade) for trade in ("sosu", "mvu_lvu", "x", None)] == [True, True, False, False]


def test_a_concept_is_named_by_its_address_or_the_end_of_it() -> None:
    line = {
        "title": "kok",
        "language": "da",
        "isco": ["5120"],
        "esco": ["abc", "http://data.europa.eu/esco/occupation/d"],
    }
    assert read_labelled_title(line).uris == (
        "http://data.europa.eu/esco/occupation/abc",
        "http://data.europa.eu/esco/occupation/d",
    )


@pytest.mark.parametrize(
    ("read", "line", "field"),
    [
        (read_labelled_reading, ORDER, "label"),
        (read_labelled_reading, labelled(trade="sosu"), "label"),
        (read_labelled_reading, labelled(requirements=[["language", "dansk", True]]), "label.requirements"),
        (read_labelled_order, labelled(requirements=[]), "label.trade"),
        (read_labelled_order, {**ORDER, "postcode": "0001", "label": {"trade": None}}, "postcode"),
        (read_labelled_order, "kok", "label"),
        (read_labelled_title, {"title": "kok"}, ""),
    ],
)
def test_a_line_that_is_not_labelled_is_refused_by_field(read, line: object, field: str) -> None:
    with pytest.raises(IntakeError) as refused:
        read(line)
    assert refused.value.problems[0].field == field
    assert refused.value.problems[0].fix
