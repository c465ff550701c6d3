"""Who asks for somebody with a degree or a helper asks for either."""

from __future__ import annotations

import pytest

from matcher.dispatch.helpers import wants_either, with_helpers
from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from tests.factories import job_order


def _helpers(title: str, catalog: Catalog) -> list[tuple[str, str]]:
    read = understand(job_order(title=title, text="Ring og hør nærmere."), catalog).occupations
    return [(one.occupation, one.quote.text) for one in with_helpers(title, read, catalog)[len(read) :]]


@pytest.mark.parametrize(
    ("title", "helper", "said"),
    [
        ("Sygeplejerske/assistent til hjemmeplejen", "plejemedhjaelper_paa_hospital", "assistent"),
        ("Sygeplejersker eller assistenter", "plejemedhjaelper_paa_hospital", "assistenter"),
        ("Assistent el. sygeplejerske til natten", "plejemedhjaelper_paa_hospital", "Assistent"),
        ("Pædagog el. medhjælper til vuggestue", "paedagogmedhjaelper", "medhjælper"),
        ("Lærer/medhj.", "laerermedhjaelper", "medhj"),
    ],
)
def test_a_helper_beside_a_degree_is_a_job_of_its_own(catalog: Catalog, title: str, helper: str, said: str) -> None:
    assert _helpers(title, catalog) == [(helper, said)]


@pytest.mark.parametrize(
    "title",
    [
        "Sygeplejerske til hjemmeplejen",
        "Sygeplejerske eller social- og sundhedsassistent",
        "Pædagog, pædagogmedhjælper",
        "Tømrer eller medhjælper",
        "Sygeplejerske, assistentuddannelsen",
    ],
)
def test_no_helper_is_found_where_none_or_a_title_of_its_own_stands(catalog: Catalog, title: str) -> None:
    assert _helpers(title, catalog) == []


@pytest.mark.parametrize(
    ("title", "either"),
    [
        ("Sygeplejerske eller SSA", True),
        ("Spl./ssa aften", True),
        ("Pædagog el. medhjælper til vuggestue", True),
        ("Social- og sundhedsassistenter og sygeplejersker", True),
        ("Sygeplejerske på afsnit med mange SSA'er", False),
        ("Sygeplejerske eller fysioterapeut", False),
        ("SSA eller SSH", False),
    ],
)
def test_care_and_a_degree_for_the_one_job_is_told_from_care_that_is_met(
    catalog: Catalog, title: str, either: bool
) -> None:
    read = understand(job_order(title=title, text="Ring og hør nærmere."), catalog).occupations

    assert wants_either(title, with_helpers(title, read, catalog), catalog) is either
