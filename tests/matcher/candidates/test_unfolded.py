"""A CV that is one long text is read as if its lists had been filled in, in whatever language its headings are."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv, Experience
from matcher.candidates.build import build_candidates
from matcher.candidates.unfolded import unfolded
from taxonomy.catalog import Catalog

WRITTEN = date(2026, 11, 23)

ENGLISH = """Anna Larsson
14 Mill Lane, Leeds
anna@example.com | 07700 900123

PROFESSIONAL SUMMARY
Careful accountant who enjoys month-end.

WORK EXPERIENCE
Senior Accountant, Kelso Foods, Leeds (March 2019 - Present)
- Closed the books of three companies.
- Introduced electronic invoices.

Bookkeeper, Harper Ltd, York (2015 – 2019)
- Kept the ledgers.

EDUCATION
BA Accounting, University of Leeds, 2015

KEY SKILLS
Excel, SAP, VAT returns

LANGUAGES
English (native), Danish (B1)
"""
SPANISH = """**Lucía Romero**
lucia@example.es

**Perfil profesional**
Cocinera de restaurante.

**Experiencia laboral**
Restaurante Sol, Sevilla
Cocinera | junio de 2020 – actualidad
• Partida de carnes.
Hotel Luna, Cádiz
Ayudante de cocina | 01/2017 - 05/2020
• Preparación.

**Formación académica**
Técnico en Cocina, 2016

**Habilidades:** pedidos, parrilla
"""
GERMAN = """Lebenslauf
Max Müller, Hamburg

Berufserfahrung
2018 - heute   Elektriker
Stadtwerke Nord, Hamburg
- Wartung von Anlagen
2014 - 2018   Lagerarbeiter
Spedition Ost, Kiel

Ausbildung
2011-2014 Elektroniker für Betriebstechnik

Kenntnisse
Schaltschränke, Messtechnik
"""
POLISH = """Jan Kowalski
Warszawa

Doświadczenie zawodowe
2019 - obecnie, Kierowca ciężarówki, Trans Pol
2012 - 2019, Magazynier, Hurtownia Centrum

Wykształcenie
Technikum samochodowe, 2011

Umiejętności
obsługa wózka widłowego, ADR
"""
UKRAINIAN = """Олена Коваль

Досвід роботи
2016 - дотепер: Медсестра, Міська лікарня
2012 - 2016: Доглядальниця, Будинок літніх людей

Освіта
Медичний коледж, 2012

Навички
ін'єкції, перев'язки
"""
ARABIC = """أحمد حسن

الخبرة العملية
2018 - الآن، طباخ، مطعم دمشق
2014 - 2018، نادل، فندق الشام

التعليم
معهد الفندقة، 2013

المهارات
الطبخ، التنظيم
"""
DANISH = """Mette Holm
Valby

Erhvervserfaring
Butiksassistent, Netto, Valby (2019 - nu)
Tjener, Café Nord (2016 - 2019)

Uddannelse
HHX, 2015

Kompetencer
kasse, vareopfyldning
"""
CASES = {
    "English": (ENGLISH, [("Senior Accountant", 7.0), ("Bookkeeper", 4.0)], "BA Accounting", "SAP"),
    "Spanish": (SPANISH, [("Cocinera", 6.0), ("Ayudante de cocina", 3.0)], "Técnico en Cocina", "parrilla"),
    "German": (GERMAN, [("Elektriker", 8.0), ("Lagerarbeiter", 4.0)], "Elektroniker", "Messtechnik"),
    "Polish": (POLISH, [("Kierowca ciężarówki", 7.0), ("Magazynier", 7.0)], "Technikum samochodowe", "ADR"),
    "Ukrainian": (UKRAINIAN, [("Медсестра", 10.0), ("Доглядальниця", 4.0)], "Медичний коледж", "перев'язки"),
    "Arabic": (ARABIC, [("طباخ", 8.0), ("نادل", 4.0)], "معهد الفندقة", "التنظيم"),
    "Danish": (DANISH, [("Butiksassistent", 7.0), ("Tjener", 3.0)], "HHX", "kasse"),
}


def pasted(text: str, headline: str = "Curriculum vitae", **given: object) -> Cv:
    return Cv("C-1", headline, text, "2100", 1, True, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("language", CASES)
def test_jobs_years_education_and_skills_are_read_under_their_headings(catalog: Catalog, language: str) -> None:
    text, jobs, education, skill = CASES[language]
    cv = unfolded(pasted(text), catalog, WRITTEN).cv
    assert [(job.title, job.years) for job in cv.experience] == jobs
    assert any(education in one for one in cv.education)
    assert skill in cv.skills


def test_the_headline_becomes_what_the_person_does_now(catalog: Catalog) -> None:
    assert unfolded(pasted(ENGLISH), catalog, WRITTEN).cv.headline == "Senior Accountant"
    assert (
        unfolded(pasted(ENGLISH, "Anna Larsson – Financial Controller"), catalog).cv.headline == "Financial Controller"
    )


def test_name_and_address_are_no_longer_compared_while_own_words_are(catalog: Catalog) -> None:
    told = unfolded(pasted(ENGLISH), catalog, WRITTEN).cv.text
    assert "Introduced electronic invoices." in told
    assert "Careful accountant who enjoys month-end." in told
    assert not any(word in told for word in ("Anna", "Mill Lane", "example.com", "07700"))


AMERICAN = """Jane Doe, RN
Contact Information:
Email: jane@example.com

CAREER OBJECTIVE
Compassionate nurse who stays calm.

**Work History**
**Staff Nurse**
**City Hospital, Boston**
**January 2018 - Present**
* Cared for the critically ill.
1. Care Assistant - Elm House (2015 to 2017)

Education & Certifications
- BSN, 2015
"""


def test_a_job_may_stand_on_lines_of_its_own_with_the_time_last(catalog: Catalog) -> None:
    cv = unfolded(pasted(AMERICAN), catalog, WRITTEN).cv
    assert [(job.title, job.years) for job in cv.experience] == [("Staff Nurse", 8.0), ("Care Assistant", 2.0)]
    assert cv.text.startswith("Compassionate nurse who stays calm.")
    assert "jane" not in cv.text


def test_what_goes_on_has_no_years_where_nobody_knows_the_day(catalog: Catalog) -> None:
    assert [job.years for job in unfolded(pasted(ENGLISH), catalog).cv.experience] == [None, 4.0]


@pytest.mark.parametrize(
    "text",
    [
        "Jeg har erfaring fra lager.\nUddannelse har jeg ikke.",
        "Skills: till\nI like people.",
        "",
        "Education\nExperience",
    ],
)
def test_a_text_without_such_a_layout_is_left_as_it_is(catalog: Catalog, text: str) -> None:
    cv = pasted(text)
    assert unfolded(cv, catalog, WRITTEN).cv == cv


def test_jobs_that_somebody_listed_are_kept_and_so_is_the_text(catalog: Catalog) -> None:
    cv = pasted(ENGLISH, experience=(Experience("Controller", years=3),))
    assert unfolded(cv, catalog, WRITTEN).cv is cv


def test_listed_skills_are_kept_before_those_of_the_text(catalog: Catalog) -> None:
    assert unfolded(pasted(ENGLISH, skills=("Navision",)), catalog, WRITTEN).cv.skills[:2] == ("Navision", "Excel")


def test_what_was_done_in_past_jobs_is_no_wish_for_hours_while_the_profile_may_say_one(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    worked = ENGLISH.replace("- Kept the ledgers.", "- Worked part-time, 20 hours a week.")
    wished = ENGLISH.replace("Careful accountant", "Looking for a part-time job. Careful accountant")
    people = build_candidates([pasted(worked), pasted(wished)], catalog, embedder, written=[WRITTEN] * 2)
    assert [one.profile.hours for one in people] == [None, "deltid"]


@given(
    lines=st.lists(
        st.one_of(
            st.sampled_from(
                ENGLISH.splitlines() + GERMAN.splitlines() + ["2018 -", "(since 2019)", "** | **", "- 2019"]
            ),
            st.text(max_size=40),
        ),
        max_size=30,
    )
)
def test_no_layout_makes_it_fail(catalog: Catalog, lines: list[str]) -> None:
    found = unfolded(pasted("\n".join(lines)), catalog, WRITTEN)
    assert 0 <= found.own <= len(found.cv.text)
    assert all(job.title for job in found.cv.experience)
