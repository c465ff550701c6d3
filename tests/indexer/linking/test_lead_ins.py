"""Skills as advertisements word them are bared of what leads up to them."""

from __future__ import annotations

import pytest

from indexer.linking.lead_ins import without_lead_in


@pytest.mark.parametrize(
    ("phrase", "skill"),
    [
        ("god til at samarbejde", "samarbejde"),
        ("erfaring med fakturering", "fakturering"),
        ("Du har kendskab til Excel", "Excel"),
        ("kan køre stabler", "køre stabler"),
        ("fakturering", "fakturering"),
        ("kan", "kan"),
        ("", ""),
    ],
)
def test_the_words_before_a_skill_are_left_out(phrase: str, skill: str) -> None:
    assert without_lead_in(phrase) == skill
