"""A question to the job centre is no order."""

from __future__ import annotations

import pytest

from matcher.dispatch.inquiry import is_inquiry


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Løn", "Hvad er mindstelønnen for en uden uddannelse?"),
        ("Tilskud", "Hvor meget får vi om måneden? Hvem betaler? Hvornår?"),
        ("Hvor mange skal vi tage?", "Kommunen kræver det i udbuddet."),
        ("Faktura", "I har sendt den to gange. Kan I rette det?"),
        ("Jobmesse", "kan vi få en stand, og hvad koster det?"),
    ],
)
def test_a_question_about_terms_asks_for_nobody(title: str, text: str) -> None:
    assert is_inquiry(title, text, names_job=False)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Kok", "Kan I skaffe en kok til lørdag?"),
        ("Er du vores nye kok?", "Du laver mad fra bunden."),
        ("Kok", "Hvad tilbyder vi? Et køkken med god tid."),
        ("Kok", "Vi laver mad til 200. Har I en, der kan begynde mandag?"),
        ("Kok", ""),
    ],
)
def test_a_question_that_wishes_for_somebody_is_an_order(title: str, text: str) -> None:
    assert not is_inquiry(title, text, names_job=True)


def test_a_question_about_the_terms_of_a_job_is_no_order_for_it() -> None:
    assert is_inquiry("Mentor", "Kan man få penge til en mentor?", names_job=True)


@pytest.mark.parametrize(
    "text", ["skal have ny dagplejer, hvem ringer jeg til i kommunen", "hvornår er prøven for murere"]
)
def test_a_question_without_its_mark_is_a_question(text: str) -> None:
    assert is_inquiry("Hej", text, names_job=True)


@pytest.mark.parametrize("text", ["erfaring med salg af hvad som helst", "vise kunder hvordan den virker"])
def test_asking_words_within_a_sentence_ask_nothing(text: str) -> None:
    assert not is_inquiry("Sælger", text, names_job=True)


def test_a_long_text_is_more_than_a_question() -> None:
    assert not is_inquiry("Kok", "Hvad er lønnen " + "og hvad er lønnen " * 30 + "?", names_job=False)


def test_a_question_to_the_reader_asks_the_job_centre_nothing() -> None:
    assert not is_inquiry("Kollega", "Du pakker og kører truck. Hvad siger du?", names_job=False)
