"""A word in common that tells of health or benefit is read aloud to the responsible consultant alone."""

from __future__ import annotations

import tomllib

import pytest

from matcher.wording.private_words import is_private
from taxonomy.neutral.personal_phrases import FILE

SHORT = frozenset({"kol", "add", "su"})  # no word in common is so short
WORDS = tomllib.loads(FILE.read_text(encoding="utf-8"))["words"]


@pytest.mark.parametrize("word", sorted({*WORDS["illness"].split(), *WORDS["benefit"].split()} - SHORT))
def test_what_names_an_illness_or_a_benefit_is_private(word: str) -> None:
    assert is_private(word)
    assert is_private(word.capitalize())


@pytest.mark.parametrize("word", ["truck", "rengøring", "kollega", "kontor", "skolen", "pædagog", "arkiv"])
def test_what_names_work_is_not(word: str) -> None:
    assert not is_private(word)
