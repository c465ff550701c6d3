"""Facts of a CV as people write them down: times, hours, papers that ran out, and what they are only on the way to."""

from datetime import date

import pytest

from taxonomy.catalog import load_catalog
from taxonomy.reading.cvs.cv import read_cv
from taxonomy.reading.findings import CvReading

WRITTEN = date(2026, 11, 23)


def _read(text: str, headline: str = "CV") -> CvReading:
    return read_cv(headline=headline, text=text, catalog=load_catalog(), written=WRITTEN)


def _held(text: str) -> dict[str, date | None]:
    return {one.key: one.valid_to for one in _read(text).held}


@pytest.mark.parametrize(
    ("time", "years", "until"),
    [
        ("2016 – 2019", 3.0, 2019),
        ("03/2018 – 08/2020", 2.5, 2020),
        ("01.2017–12.2019", 3.0, 2019),
        ("2019 – dd.", 7.0, None),
        ("aug. 2014 – d.d.", 12.33, None),
        ("2011-13", 2.0, 2013),
        ("2021 -> nu", 5.0, None),
        ("i 1½ år", 1.5, None),
    ],
)
def test_times_are_read_however_they_are_written(time: str, years: float, until: int | None) -> None:
    (job,) = _read(f"Har arbejdet som tjener {time}").history
    assert (job.years, job.until) == (years, until)


def test_a_year_of_training_and_one_of_beginning_are_no_time_at_work() -> None:
    history = _read("Uddannet kontorassistent (handelsskole 1991) og har siden 2004 siddet med moms.").history
    assert all(job.until != 2004 for job in history)


def test_what_follows_lasts_from_the_end_of_what_was_before() -> None:
    history = _read("Var tjener fra 2006 til 2019 og derefter ordreplukker til 2024.").history
    assert {job.title: job.years for job in history} == {"tjener": 13.0, "ordreplukker": 5.0}


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Arbejder nu 28 timer, ønsker 32.", (32.0, 32.0)),
        ("Ansat som pedel 20 t/uge, søger 37.", (37.0, 37.0)),
        ("Now I work 25 hours a week but I need full time.", (37.0, 37.0)),
        ("Ansat 30 timer om ugen.", (30.0, 30.0)),
    ],
)
def test_hours_are_those_wished_for_and_not_those_worked(text: str, hours: tuple[float, float]) -> None:
    assert _read(text).hours_per_week == hours


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Part-time BEng, Civil Engineering.", None),
        ("Worked part-time as a barista.", None),
        ("Introduced routines that reduced overtime by 12 hours per week.", None),
        ("Worked part-time, now looking for 30 hours per week.", (30.0, 30.0)),
    ],
)
def test_hours_that_were_studied_worked_or_saved_are_not_asked_for(
    text: str, hours: tuple[float, float] | None
) -> None:
    assert _read(text).hours_per_week == hours


def test_only_the_paper_that_it_is_said_of_is_valid_until_a_day() -> None:
    held = _held("Stilladscertifikat, varmt arbejde (gyldigt til 06/2028), asbestkursus.")
    assert held["varmt arbejde"] == date(2028, 6, 30)
    assert held["stilladsopstillercertifikat"] is None
    assert all(day is None for day in _held("Truckcertifikat. Var i vaskeriet fra 2016 til 2021.").values())


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Har C-kørekort fra militæret (ikke fornyet).", "C"),
        ("Kørekort til bil og lastbil (C er udløbet).", "C"),
        ("Führerschein B, Staplerschein abgelaufen.", "truckcertifikat"),
        ("Ehliyetim yok.", "B"),
        ("لا أملك رخصة قيادة.", "B"),
        ("Straffet tidligere, det siger jeg ligeud.", "straffeattest"),
    ],
)
def test_what_ran_out_or_is_not_had_is_denied(text: str, key: str) -> None:
    reading = _read(text)
    assert key not in {one.key for one in reading.held}
    assert key in {one.key for one in reading.denied}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Påbegyndte pædagoguddannelsen 2022, men har afbrudt den.", "pædagog"),
        ("Kørekort er jeg i gang med.", "B"),
        ("Jeg har afsluttet GF2 på automekanikeruddannelsen.", "automekaniker"),
        ("Bachelor i engelsk, cand.mag.-stud.", "cand.mag."),
    ],
)
def test_what_is_under_way_or_was_left_is_neither_held_nor_denied(text: str, key: str) -> None:
    reading = _read(text)
    assert key not in {one.key for one in (*reading.held, *reading.denied)}


@pytest.mark.parametrize("text", ["Straffeattest uden anmærkninger.", "Aldrig straffet.", "Ren straffeattest."])
def test_who_has_no_record_can_show_it(text: str) -> None:
    assert "straffeattest" in _held(text)


def test_leave_and_time_before_another_job_are_no_time_at_it() -> None:
    assert not _read("Forældreorlov og flytning til Bornholm 2023-2025.").history
    history = _read("Tjener i tre år (2019-2022), før det i et callcenter.").history
    assert {job.title: job.until for job in history}.get("callcenter") is None


def test_a_mother_may_have_worked_herself() -> None:
    assert _read("Jeg er mor til tre og har været pædagogmedhjælper i 9 år.").history
    assert not _read("Min mor har været kok i 9 år.").history


def test_who_changes_trade_does_not_wish_for_the_old_one() -> None:
    assert not _read("22 år i faget.", "Frisør søger brancheskift").wishes


def test_days_of_schools_and_ages_are_no_first_day() -> None:
    assert _read("Starter igen på skolen til august 2027.").available_from is None
    assert _read("Kan starte 15/1. 60 år, ikke ryger.").available_from == date(2027, 1, 15)


def test_a_place_that_is_refused_takes_back_no_title() -> None:
    reading = _read("Søger stilling som pædagogmedhjælper, helst børnehave. Helst ikke vuggestue.")
    assert "paedagogmedhjaelper" in {one.occupation for one in reading.wishes}
    assert not reading.refused
    assert "rengoeringsassistent" in {one.occupation for one in _read("Er træt af rengøring.").refused}


def test_examples_of_a_wish_are_wished_for() -> None:
    reading = _read("Kunne godt tænke mig et skånejob, fx som pedelmedhjælper.")
    assert [one.occupation for one in reading.wishes] == ["pedel"]


def test_a_place_only_wished_for_proves_no_skill() -> None:
    assert "bagning" not in _held("Jeg vil gerne arbejde i et bageri.")


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        ("Dag og aften, ikke nat.", ("dag", "aften"), ("nat",)),
        ("Søger 12 timer i et supermarked, mest aften og weekend.", ("aften", "weekend"), ()),
        ("Ikke weekendarbejde hver uge.", (), ()),
        ("Arbejder ikke gerne søndag.", (), ("weekend",)),
    ],
)
def test_shifts_in_notes_are_wanted(text: str, wanted: tuple[str, ...], refused: tuple[str, ...]) -> None:
    reading = _read(text)
    assert (reading.wanted_shifts, reading.refused_shifts) == (wanted, refused)


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Dansk er ikke mit modersmål, men jeg har bestået PD3.", {"dansk": "B2"}),
        ("Dansk og engelsk, lidt tysk.", {"dansk": "", "engelsk": "", "tysk": "A2"}),
        ("Waxaan ku hadlaa Soomaali iyo Danish (A2).", {"somali": "B1", "dansk": "A2"}),
        ("Зараз вчу данську, рівень A2.", {"dansk": "A2"}),
    ],
)
def test_a_language_named_without_a_level_is_known_at_no_level(text: str, languages: dict[str, str]) -> None:
    reading = _read(text)
    assert dict(reading.languages) == languages
    assert not reading.denied
