"""A higher education that is asked for speaks for its trade."""

from __future__ import annotations

import pytest

from matcher.dispatch.degrees import ASKED, WISHED, degree_asked
from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from tests.factories import job_order


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Du skal være uddannet sygeplejerske.", ASKED),
        ("Krav: kandidatuddannelse.", ASKED),
        ("Gerne kandidatuddannelse.", WISHED),
        ("Du skal være uddannet tømrer.", 0.0),
        ("Du skal være uddannet sygeplejerske eller social- og sundhedsassistent.", 0.0),
        ("Kandidatuddannelse er ikke nødvendig.", 0.0),
        ("Kom og vær med.", 0.0),
    ],
)
def test_a_degree_is_asked_for_where_no_shorter_education_will_do(catalog: Catalog, text: str, asked: float) -> None:
    assert degree_asked(understand(job_order(title="Kollega", text=text), catalog).requirements) == asked
