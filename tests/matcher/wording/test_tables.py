"""Every language says the same: the same sentences with the same blanks, numbers and dates in its own way."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from matcher.eligibility.rules import RULES
from matcher.ranking.weights import load_weights
from matcher.wording.language import Language, accepted
from matcher.wording.tables import Wording, wording

DANISH, ENGLISH = wording(Language.DANISH), wording(Language.ENGLISH)
# What rules answer and what demands are called: in Danish they say it themselves.
SAID_IN_DANISH = {
    key
    for key in ENGLISH.sentences.keys() - DANISH.sentences.keys()
    if key.startswith(("rule_", "approver_", "demand_", "part_"))
}


def blanks(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.mark.parametrize("language", Language)
def test_every_language_has_the_same_sentences_with_the_same_blanks(language: Language) -> None:
    other = {key: said for key, said in wording(language).sentences.items() if key not in SAID_IN_DANISH}

    assert other.keys() == DANISH.sentences.keys()
    differing = [key for key, said in other.items() if blanks(said) != blanks(DANISH.sentences[key])]
    assert differing in ([], ["date"])  # a month is a number in one language and a word in the other


@pytest.mark.parametrize("words", [DANISH, ENGLISH])
def test_every_rule_has_a_name(words: Wording) -> None:
    assert [rule.name for rule in RULES if rule.name not in words.names["rules"]] == []


def test_english_names_every_part_version_and_word_that_danish_names() -> None:
    for group in ("rules", "answers", "versions", "words", "headings"):
        assert ENGLISH.names[group].keys() == DANISH.names[group].keys()


@pytest.mark.parametrize("words", [DANISH, ENGLISH])
def test_every_signal_that_earns_points_says_what_it_counts(words: Wording) -> None:
    signals = {words.name("parts", label) for label in load_weights().labels}
    assert words.names["meanings"].keys() == signals


def test_numbers_dates_and_lists_are_written_as_the_language_writes_them() -> None:
    assert (DANISH.number(4.54, 1), ENGLISH.number(4.54, 1)) == ("4,5", "4.5")
    assert (DANISH.short(2.5), DANISH.short(6.0)) == ("2,5", "6")
    assert DANISH.number(-0.01) == "0"
    assert (ENGLISH.points(1), ENGLISH.points(0.6), ENGLISH.points(2)) == ("1 point", "1 point", "2 points")
    assert DANISH.day(date(2027, 1, 4)) == "4.1.2027"
    assert ENGLISH.day(date(2027, 1, 4)) == "4 January 2027"
    assert (DANISH.listed(["a"]), DANISH.listed(["a", "b", "c"])) == ("a", "a, b og c")
    assert ENGLISH.listed(["a", "b"]) == "a and b"


@pytest.mark.parametrize(
    ("noun", "said"),
    [
        ("nurse", "a nurse"),
        ("IT trainer", "an IT trainer"),
        ("HR assistant", "an HR assistant"),
        ("user interface designer", "a user interface designer"),
        ("accountant", "an accountant"),
    ],
)
def test_english_nouns_take_the_article_that_their_sound_asks_for(noun: str, said: str) -> None:
    assert ENGLISH.with_article(noun) == said
    assert DANISH.with_article(noun) == noun


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", Language.DANISH),
        ("en", Language.ENGLISH),
        ("en-GB,en;q=0.9,da;q=0.8", Language.ENGLISH),
        ("da, en;q=0.9", Language.DANISH),
        ("pl, en;q=0.3", Language.ENGLISH),
        ("pl", Language.DANISH),
        ("en;q=0, da;q=0.1", Language.DANISH),
        ("en;q=meget", Language.DANISH),
        ("en," * 10_000, Language.ENGLISH),
    ],
)
def test_the_language_asked_for_is_read_out_of_the_header(header: str, language: Language) -> None:
    assert accepted(header) is language
