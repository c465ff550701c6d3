"""Work that running text tells of: which jobs were held, how long and until when, in the languages of CVs."""

from datetime import date

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_cv
from taxonomy.reading.findings import JobHeld

WRITTEN = date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def history(catalog: Catalog, text: str, *jobs: tuple[str, float | None]) -> tuple[JobHeld, ...]:
    return read_cv(headline="", text=text, experience=jobs, catalog=catalog, written=WRITTEN).history


@pytest.mark.parametrize(
    ("text", "occupation", "years", "until"),
    [
        ("Jeg har arbejdet som tømrer i seks år.", "toemrer", 6, None),
        ("Bogholder 2003-2012.", "bogholder", 9, 2012),
        ("Fra 2015 til 2019 var jeg receptionist.", "receptionist", 4, 2019),
        ("Lønbogholder siden 2021.", "loenbogholder", 5, None),
        ("Blev færdig i 2018 og har siden været elektriker.", "elektriker", 8, None),
        ("Tjener i halvandet år.", "tjener", 1.5, None),
        ("Tidligere receptionist.", "receptionist", None, None),
        ("I worked as a bricklayer from 2012 to 2018.", "murer", 6, 2018),
        ("W latach 2008-2015 pracowałem jako murarz.", "murer", 7, 2015),
        ("Kucharz z 9-letnim doświadczeniem.", "kok", 9, None),
        ("З 2010 до 2022 року працювала кухарем.", "kok", 12, 2022),
        ("عملت معلمة منذ عام 2006 حتى 2013.", "folkeskolelaerer", 7, 2013),
        ("15 yıl aşçı olarak çalıştım.", "kok", 15, None),
        ("Von 2007 bis 2016 als Elektriker.", "elektriker", 9, 2016),
    ],
)
def test_running_text_tells_what_was_held_how_long_and_until_when(
    catalog: Catalog, text: str, occupation: str, years: float | None, until: int | None
) -> None:
    told = [job for job in history(catalog, text) if occupation in {one.occupation for one in job.occupations}]

    assert [(job.years, job.until) for job in told] == [(years, until)]


@pytest.mark.parametrize(
    "text",
    [
        "Jeg vil gerne være elektriker.",
        "Jeg har ikke været tjener.",
        "Min mand har været kok i 12 år.",
        "Uddannet tømrer siden 2011.",
        "SSH fra 2019.",
        "Jeg er 42 år.",
        "Jeg arbejdede hos en tømrer i to år.",
        "42 år, receptionist.",
    ],
)
def test_what_is_wished_denied_learnt_or_done_by_others_is_not_held(catalog: Catalog, text: str) -> None:
    assert history(catalog, text) == ()


def test_a_title_of_the_list_may_carry_its_years(catalog: Catalog) -> None:
    (job,) = history(catalog, "", ("Truckfører 2016-2023", None))

    assert (job.years, job.until) == (7, 2023)


def test_years_of_the_list_win_over_those_of_its_title(catalog: Catalog) -> None:
    assert history(catalog, "", ("Truckfører 2016-2023", 4.0))[0].years == 4


def test_what_goes_on_has_no_years_where_nobody_knows_the_day(catalog: Catalog) -> None:
    told = read_cv(headline="", text="Har arbejdet som tømrer siden 2014.", catalog=catalog).history

    assert [job.years for job in told] == [None]


def test_beside_a_list_of_jobs_a_place_of_work_tells_no_other_job(catalog: Catalog) -> None:
    listed = history(catalog, "Tre år på plejehjem.", ("Kok", 3.0))

    assert [job.title for job in listed] == ["Kok"]
    assert len(history(catalog, "Tre år på plejehjem.")) == 1


def test_a_job_of_the_list_is_not_told_again(catalog: Catalog) -> None:
    assert len(history(catalog, "Jeg har været kok i tre år.", ("Kok", 3.0))) == 1


def test_a_clause_that_opens_with_a_time_tells_it_before_each_job(catalog: Catalog) -> None:
    told = history(catalog, "I have 5 years of experience as a barista and two years as a shop assistant.")

    assert {job.title: job.years for job in told} == {"barista": 5, "shop assistant": 2}


def test_a_word_of_working_is_no_wish_for_what_it_holds(catalog: Catalog) -> None:
    reading = read_cv(headline="", text="Waxaan ka shaqeeyay dukaan 3 sano.", catalog=catalog, written=WRITTEN)

    assert reading.wishes == ()
    assert [job.years for job in reading.history] == [3]
