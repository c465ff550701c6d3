"""The words that an order and a CV have in common."""

from __future__ import annotations

from matcher.wording.shared_words import matched_words
from tests.factories import cv, job_order


def test_a_word_that_both_sides_write_alike_is_said_once_and_another_form_beside_it() -> None:
    order = job_order(title="Lønassistent", text="Overenskomster og Visma.")
    person = cv(headline="Lønassistent", text="Kender visma og en overenskomst.")
    assert {one.said for one in matched_words(order, person)} == {
        "Lønassistent",
        "Visma",
        "Overenskomster – overenskomst",
    }
