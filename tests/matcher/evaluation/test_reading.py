"""Reading against labels: each sort of mistake is told apart, and the figures follow from the counts."""

import pytest

from matcher.evaluation.labels import LabelledReading, read_labelled_reading
from matcher.evaluation.reading import MistakeSort, evaluate_reading
from taxonomy.catalog import Catalog


def labelled(text: str, demands: list[dict[str, object]], **label: object) -> LabelledReading:
    order = {
        "id": "T-1",
        "title": "Medarbejder",
        "text": text,
        "order_type": "ordinaer",
        "positions": 1,
        "postcode": "2100",
    }
    return read_labelled_reading({**order, "label": {"requirements": demands, **label}})


def demand(key: str, kind: str = "certificate", *, hard: bool | None = True, **more: object) -> dict[str, object]:
    return {"kind": kind, "key": key, "hard": hard, "level": None, "field": "text", "start": 0, "end": 200, **more}


def sorts(text: str, demands: list[dict[str, object]], catalog: Catalog, **label: object) -> list[MistakeSort]:
    return [mistake.sort for mistake in evaluate_reading([labelled(text, demands, **label)], catalog).mistakes]


@pytest.mark.parametrize(
    ("text", "demands", "sort"),
    [
        ("ADR er et krav", [demand("ADR"), demand("liftcertifikat")], MistakeSort.MISSED),
        ("ADR er et krav", [demand("ADR tank")], MistakeSort.OTHER_KEY),
        ("ADR er en fordel", [demand("ADR")], MistakeSort.SOFTENED),
        ("ADR er et krav", [demand("ADR", hard=False)], MistakeSort.HARDENED),
        ("ADR er et krav", [demand("ADR", excluded=True)], MistakeSort.EXCLUSION),
        ("ADR er et krav", [], MistakeSort.TOO_MUCH),
    ],
)
def test_a_mistake_is_told_by_its_sort(
    text: str, demands: list[dict[str, object]], sort: MistakeSort, catalog: Catalog
) -> None:
    assert sorts(text, demands, catalog) == [sort]


def test_what_the_text_waives_and_is_demanded_all_the_same_is_counted_for_itself(catalog: Catalog) -> None:
    tally = evaluate_reading([labelled("ADR er et krav", [], waived=[demand("ADR")])], catalog)
    assert [mistake.key for mistake in tally.negated] == ["adr"]


def test_terms_are_compared_only_where_the_label_tells_them(catalog: Catalog) -> None:
    assert sorts("37 timer", [], catalog) == []
    assert sorts("37 timer", [], catalog, terms={"hours_per_week": [30, 30]}) == [MistakeSort.TERM]
    assert sorts("37 timer", [], catalog, terms={"hours_per_week": [37, 37]}) == []


def test_the_figures_are_precision_recall_and_their_harmonic_mean(catalog: Catalog) -> None:
    texts = [
        labelled("ADR er et krav", [demand("ADR"), demand("liftcertifikat"), demand("kran", optional=True)]),
        labelled("ADR er et krav", [demand("ADR")]),
        labelled("ADR er et krav", []),
    ]
    tally = evaluate_reading(texts, catalog)
    assert (tally.texts, tally.labelled(), tally.labelled("certificate")) == (3, 3, 3)
    assert tally.figures() == pytest.approx((2 / 3, 2 / 3, 2 / 3))
    assert tally.places[True] == 2


def test_nothing_to_find_and_nothing_found_is_perfect(catalog: Catalog) -> None:
    assert evaluate_reading([labelled("hej", [])], catalog).figures() == (1.0, 1.0, 1.0)
