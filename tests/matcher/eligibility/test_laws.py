"""Every rule rests on sources that are known and dated, and no two of one law overlap."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from matcher.candidates.ages import age_bounds
from matcher.eligibility.law import any_in_force, law_of, laws
from matcher.eligibility.rules import RULES
from taxonomy.catalog import load_catalog


def test_every_source_of_a_rule_stands_in_the_table_with_its_section() -> None:
    missing = [(rule.name, name) for rule in RULES for name in rule.sources if name not in laws()]

    assert missing == []
    assert all(rule.sources for rule in RULES)
    assert [found.name for found in laws().values() if not (found.title and found.number and found.section)] == []


def test_a_law_holds_from_its_first_day_to_its_last() -> None:
    law, day = laws()["LAB 2003"], timedelta(days=1)

    assert law.valid_from
    assert law.valid_to
    assert [law.in_force(one) for one in (law.valid_from - day, law.valid_from, law.valid_to, law.valid_to + day)] == [
        False,
        True,
        True,
        False,
    ]


def test_the_law_of_2019_takes_over_the_day_after_the_law_of_2003() -> None:
    last = laws()["LAB 2003"].valid_to

    assert last
    assert laws()["LAB kap. 6"].valid_from == last + timedelta(days=1)
    assert any_in_force(("LAB 2003", "LAB kap. 6"), last)
    assert any_in_force(("LAB 2003", "LAB kap. 6"), last + timedelta(days=1))
    assert not any_in_force(("LAB 2003", "LAB kap. 6"), date(2003, 6, 30))


def test_a_part_of_a_law_that_came_later_is_found_by_what_it_demands() -> None:
    assert law_of("autorisationsloven", "social- og sundhedsassistent").valid_from == date(2008, 10, 1)
    assert law_of("autorisationsloven", "jordemoder").valid_from == date(2007, 1, 1)
    assert law_of("en ukendt lov").in_force(date.min)


def test_age_groups_are_read_as_people_write_them() -> None:
    assert age_bounds("15-17") == (15, 17)
    assert age_bounds("15 – 17 år") == (15, 17)
    assert age_bounds("65+") == (65, 255)
    assert age_bounds("under 18") == (0, 17)
    assert age_bounds("24") == (24, 24)
    assert age_bounds("") == age_bounds("voksen") == (0, 255)


@pytest.mark.parametrize("impossible", ["under 0", "60-30", "99-0"])
def test_an_age_that_nobody_can_have_is_not_known(impossible: str) -> None:
    assert age_bounds(impossible) == (0, 255)


def test_every_law_that_an_occupation_cites_stands_in_the_table_but_those_we_know_no_number_of() -> None:
    cited = {demand.source for one in load_catalog().occupations.values() for demand in one.demands}

    assert sorted(cited - set(laws())) == [
        "Kriminalforsorgen",
        "Sundhedsstyrelsen",
        "bekendtgørelse om epoxy og isocyanater",
        "bekendtgørelse om farmakonomuddannelsen",
        "bekendtgørelse om pasning af kedelanlæg",
        "dykkerloven",
        "forsvarets regler",
        "kørelærerbekendtgørelsen",
        "landinspektørloven",
        "politiloven",
        "sikkerhedsregler ved spor",
        "sømandsloven",
        "våbenloven",
    ]
