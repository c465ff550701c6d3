"""Long texts that lost their lines or have uncommon ones are read as those of test_unfolded.py are."""

from __future__ import annotations

from datetime import date

import pytest

from indexer.intake.cv import Cv
from matcher.candidates.unfolded import unfolded
from taxonomy.catalog import Catalog

WRITTEN = date(2026, 11, 23)

IN_CAPITALS = (
    "Terrence Boyd 118 Elm Ave, Columbus, OH 43004 tboyd@example.com PROFESSIONAL SUMMARY Calm supervisor for years"
    " in distribution. PROFESSIONAL EXPERIENCE Warehouse Supervisor, Midwest Logistics, Columbus (May 2018 - Present)"
    " Supervise 25 associates. Cut picking errors by 35%. Forklift Operator, Harlan Paper Inc. (2014 - 2018) Operated"
    " reach trucks. EDUCATION Associate Degree in Logistics, 2014 KEY SKILLS Team leadership, cycle counting"
)
BEFORE_COLONS = (
    "Name: Priya Nair Email: priya@example.com Summary: Supervisor who turns mess into order. Work experience:"
    " Warehouse Supervisor, NorthMart (2018 - Present): Planned the shifts. Kept the stock. Forklift Operator, Corner"
    " Stores (2014 - 2018): Loaded trailers. Education: Associate Degree in Logistics. Skills: SAP, cycle counting."
)
MARKED = (
    "# Ann Lee ## Summary Supervisor of a warehouse for many years. ## Experience ### **Warehouse Supervisor** |"
    " Midwest Logistics | Jan 2018 – Present • Supervise 25 associates • Cut picking errors • **Forklift Operator** |"
    " Harlan Paper | 2014 – 2018 • Operated reach trucks ## Education Associate Degree in Logistics, 2014 ## Skills"
    " SAP, cycle counting"
)
AS_JSON = """{"name": "Ann Lee", "contact": {"email": "ann@example.com"}, "summary": "Calm supervisor.",
"work_experience": [
  {"title": "Warehouse Supervisor", "company": "Midwest", "dates": "2018 - Present", "tasks": ["Supervised 25."]},
  {"title": "Forklift Operator", "company": "Harlan", "dates": "2014 - 2018", "months": 48, "left": null,
   "told": "Operated reach trucks and loaded trailers in a hall with twelve gates and three shifts."}],
"education": ["Associate Degree in Logistics"], "skills": ["SAP", "cycle counting"]}"""
A_PARAGRAPH_EACH = """Ann Lee, Flat 3, 20 Mill Road, Leeds LS12 5TY, United Kingdom

Work history
Warehouse Supervisor at Midwest Logistics (2018 - present): Planned the shifts of twenty-five people and kept the stock.
Forklift Operator at Harlan Paper (2014 - 2018). Operated reach trucks, loaded trailers and from 2016 to 2017 taught.

Education and courses
Associate Degree in Logistics

Areas of Expertise
cycle counting
"""
JOBS = [("Warehouse Supervisor", 8.0), ("Forklift Operator", 4.0)]
LAYOUTS = {
    "in capitals": IN_CAPITALS,
    "before colons": BEFORE_COLONS,
    "behind marks": MARKED,
    "as JSON": AS_JSON,
    "a paragraph each": A_PARAGRAPH_EACH,
}


def read(catalog: Catalog, text: str, headline: str = "CV") -> Cv:
    return unfolded(Cv("C-1", headline, text, "2100", 1, True), catalog, WRITTEN).cv


@pytest.mark.parametrize("layout", LAYOUTS)
def test_jobs_education_and_skills_are_found_without_lines_of_their_own(catalog: Catalog, layout: str) -> None:
    cv = read(catalog, LAYOUTS[layout])
    assert [(job.title, job.years) for job in cv.experience] == JOBS
    assert any("Associate Degree in Logistics" in one for one in cv.education)
    assert "cycle counting" in cv.skills
    assert not any(name in cv.text for name in ("Terrence", "Elm", "Priya", "Ann", "Mill Road", "example.com"))


@pytest.mark.parametrize(
    "text",
    [
        "I have ten years of experience, and my education was short. Skills: hedges and lawns. " * 5,
        "JEG VIL GERNE ARBEJDE HVOR DER ER GANG I DEN. KOMPETENCER HAR JEG MANGE AF. ERFARING OGSÅ. " * 5,
        '{"skills": [',
        "{not JSON}",
        '{"a": {"b": [1, null, {"c": []}]}}',
    ],
)
def test_words_of_headings_within_sentences_are_no_headings(catalog: Catalog, text: str) -> None:
    assert read(catalog, text).text == text
    assert read(catalog, text).experience == ()


GERMAN = """Persönliche Daten
Name: Katrin Vogel, Anschrift: Lindenstraße 8, 24937 Flensburg

Beruflicher Werdegang
seit 03/2019\tAltenpflegerin
09/2013 – 02/2019\tPflegehelferin

Schul- und Berufsausbildung
2010 – 2013\tAusbildung zur Altenpflegerin

Fachkenntnisse
Wundversorgung
"""
POLISH = """Anna Nowak

Doświadczenie zawodowe
maj 2018 – obecnie
Spawacz
wrzesień 2013 – kwiecień 2018
Monter konstrukcji stalowych

Umiejętności
obsługa suwnicy

Kursy i szkolenia
Certyfikat spawacza
"""
DANISH = """Personlige oplysninger
Navn: Søren Holm, Birkevej 12, 7100 Vejle

Erhvervsmæssig baggrund
Marts 2017 – d.d.: Tømrer, Vejle Byg A/S
August 2009 – februar 2017: Murer, Hansen & Søn

Uddannelse og kurser
Tømrer, Syddansk Erhvervsskole

Kernekompetencer
Tagarbejde

Fritidsinteresser
Jagt
"""
ELSEWHERE = {
    "German": (GERMAN, [("Altenpflegerin", 7.0), ("Pflegehelferin", 6.0)], "Ausbildung zur Altenpflegerin"),
    "Polish": (POLISH, [("Spawacz", 8.0), ("Monter konstrukcji stalowych", 5.0)], None),
    "Danish": (DANISH, [("Tømrer", 9.0), ("Murer", 8.0)], "Tømrer"),
}


@pytest.mark.parametrize("language", ELSEWHERE)
def test_compound_headings_and_accented_months_are_known(catalog: Catalog, language: str) -> None:
    text, jobs, education = ELSEWHERE[language]
    cv = read(catalog, text)
    assert [(job.title, job.years) for job in cv.experience] == jobs
    assert education is None or education in cv.education
    assert not any(word in cv.text for word in ("Katrin", "Lindenstraße", "Søren", "Birkevej", "Nowak"))


@pytest.mark.parametrize(
    ("time", "years"),
    [
        ("2014-17", 3.0),
        ("1999-04", None),  # may be April
        ("2017-date", 9.0),
        ("Sept 2014 to date", 12.0),
        ("desde abril de 2019", 7.0),
        ("abril de 2019 hasta la fecha", 7.0),
        ("(2019-)", 7.0),
        ("2019–  ", 7.0),
        ("2019 - 31 December", None),
    ],
)
def test_short_and_open_times_are_understood(catalog: Catalog, time: str, years: float | None) -> None:
    cv = read(catalog, f"Mine job\n{time} Tømrer, Vejle Byg\n\nOm mig\nRolig.\n\nKurser\nADR")
    assert [job.years for job in cv.experience] == ([years] if years else [])
    assert cv.text.startswith("Rolig.")
