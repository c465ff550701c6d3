"""Exposure and crowding over lists made by hand."""

from __future__ import annotations

import pytest

from matcher.evaluation.crowding import crowding
from matcher.evaluation.fairness import OrderList, by_age, by_insurance, by_language_of_cv, by_mother_tongue, exposures
from tests.factories import cv

YOUNG, OLD = [f"young-{at}" for at in range(10)], [f"old-{at}" for at in range(10)]
GROUPS = {**dict.fromkeys(YOUNG, "18-29"), **dict.fromkeys(OLD, "50-64")}
EVERYBODY = frozenset(GROUPS)


def _lists(*firsts: list[str]) -> list[OrderList]:
    return [OrderList(f"A-{at}", EVERYBODY, tuple(first)) for at, first in enumerate(firsts)]


def test_who_is_shown_as_often_as_may_be_proposed_has_a_ratio_of_one() -> None:
    even = exposures(_lists(*([YOUNG[at], OLD[at]] for at in range(10))), GROUPS, 5)

    assert [(one.group, one.ratio, one.interval) for one in even] == [
        ("18-29", 1.0, (1.0, 1.0)),
        ("50-64", 1.0, (1.0, 1.0)),
    ]


def test_who_is_shown_seldom_has_a_ratio_below_one_and_an_interval_around_it() -> None:
    lists = _lists(*([YOUNG[at], YOUNG[(at + 1) % 10], YOUNG[(at + 2) % 10], OLD[at]] for at in range(8)), OLD[:4])

    young, old = exposures(lists, GROUPS, 5)

    assert young.share_shown == pytest.approx(24 / 36)
    assert old.ratio == pytest.approx(12 / 18)
    assert old.interval is not None
    assert old.interval[0] < 12 / 18 < old.interval[1]


def test_places_behind_the_first_do_not_count() -> None:
    assert exposures(_lists([*YOUNG, *OLD], [*YOUNG, *OLD]), GROUPS, 5)[1].share_shown == 0


def test_a_group_of_few_is_hidden() -> None:
    few = {**GROUPS, "old-0": "65+", "old-1": "65+"}

    (hidden,) = [one for one in exposures(_lists(*([YOUNG[0], OLD[0]] for _ in range(20))), few, 5) if one.people < 5]

    assert (hidden.group, hidden.ratio, hidden.interval) == ("65+", None, None)


def test_no_list_at_all_hides_everybody() -> None:
    assert [one.ratio for one in exposures(_lists([], []), GROUPS, 5)] == [None, None]


def test_who_is_everywhere_first_and_who_is_nowhere() -> None:
    found = crowding(_lists(*([YOUNG[0], *OLD[:4]] for _ in range(6))))

    assert found.firsts == ((YOUNG[0], 6),)
    assert (OLD[9], 6) in found.nowhere
    assert (found.shown, found.eligible) == (5, 20)
    assert found.share_of_tenth == pytest.approx(12 / 30)


def test_groups_are_looked_up_in_the_cv() -> None:
    person = cv(age_group="65+", insured=False, languages={"polsk": "modersmål", "dansk": "B1"})

    assert by_age([person, cv(id="C-2")]) == {"C-1": "65+", "C-2": "ikke oplyst"}
    assert by_insurance([person, cv(id="C-2")]) == {"C-1": "ikke forsikret", "C-2": "ikke oplyst"}
    assert by_mother_tongue([person]) == {"C-1": "andet sprog"}
    assert by_language_of_cv([person]) == {"C-1": "dansk"}
