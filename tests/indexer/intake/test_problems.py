"""What is said of what was handed in."""

from __future__ import annotations

from indexer.intake import FieldProblem, unknown_fields


def test_an_unknown_field_is_named_without_signs_that_a_screen_would_act_on() -> None:
    fix = "Brug id, title."
    assert unknown_fields(["id", "titel\x1b[31m", "x" * 50], ("id", "title")) == [
        FieldProblem("titel?[31m", "Feltet kendes ikke.", fix),
        FieldProblem("x" * 40, "Feltet kendes ikke.", fix),
    ]
