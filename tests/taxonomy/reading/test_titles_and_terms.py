"""Which jobs an order names, and hours, shifts, start and positions."""

import pytest

from tests.taxonomy.reading.small_catalog import read, titles


@pytest.mark.parametrize(
    ("text", "occupations"),
    [
        ("Lagermedarbejdere til nat", ["lagermedarbejder"]),
        ("lager medarbejder", ["lagermedarbejder"]),
        ("lagermedabejder", ["lagermedarbejder"]),
        ("lagerfolk", ["lagermedarbejder"]),
        ("lagerdame", ["lagermedarbejder"]),
        ("lagermedarb.", ["lagermedarbejder"]),
        ("lager- og truckmedarbejder", ["lagermedarbejder", "truckmedarbejder"]),
        ("Social- og sundhedshjælperne", ["social_og_sundhedshjaelper"]),
        ("sosuhjælper", ["social_og_sundhedshjaelper"]),
        ("SSA/SSH", ["social_og_sundhedsassistent", "social_og_sundhedshjaelper"]),
        ("SSH'er søges", ["social_og_sundhedshjaelper"]),
        ("kokke", ["kok"]),
        ("Køkkenmedhj.", ["koekkenmedhjaelper"]),
        ("Chauffoer", ["lastbilchauffoer"]),
        ("chaffør", ["lastbilchauffoer"]),
        ("Rengøringsassistentens", ["rengoeringsassistent"]),
        ("udviklingssygeplejerske", ["sygeplejerske"]),
        ("Warehouse worker", ["lagermedarbejder"]),
        ("lagermedhjælper", ["lagermedarbejder"]),
        ("køkkenvikar", ["koekkenmedhjaelper"]),
        ("chaufførlærling", ["lastbilchauffoer"]),
        ("sygeplejerskevikar", ["sygeplejerske"]),
        ("skoleelev", []),
        ("Noget helt andet", []),
        ("oplærer", []),
        ("hvor vi pakker varer", []),
        ("", []),
    ],
)
def test_a_title_is_found_however_it_is_written(text: str, occupations: list[str]) -> None:
    assert titles(text) == occupations


def test_a_title_written_out_scores_one_and_a_longer_compound_less() -> None:
    assert read("sygeplejerske", "title").occupations[0].score == 1
    assert 0 < read("udviklingssygeplejerske", "title").occupations[0].score < 1


def test_people_worked_with_count_less_than_people_sought() -> None:
    mention = read("Du arbejder i tæt samarbejde med sygeplejersker").occupations[0]
    assert mention.score < 0.5


def test_a_place_stands_for_a_job_only_where_no_title_does() -> None:
    assert titles("Rengøring af kontorer")[0] == "rengoeringsassistent"
    assert titles("Kok til kantine") == ["kok"]
    assert titles("Noget i et centrallager") == ["lagermedarbejder"]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("37 timer", (37, 37)),
        ("30-37 t", (30, 37)),
        ("32 t/uge", (32, 32)),
        ("10 til 15 timer ugentligt", (10, 15)),
        ("37,5 timer", (37.5, 37.5)),
        ("fuldtid", (37, 37)),
        ("full-time", (37, 37)),
        ("Ikke deltid.", None),
        ("inden 48 timer", None),
        ("24 timer i døgnet", None),
        ("5 t dagl.", None),
        ("ring kl. 12", None),
        ("kranbil, kran over 8 tm, 42 t", (42, 42)),
        ("37 tm", (37, 37)),
    ],
)
def test_weekly_hours_are_read(text: str, hours: tuple[float, float] | None) -> None:
    assert read(text).terms.hours_per_week == hours


def test_part_time_without_a_number_is_less_than_full_time() -> None:
    hours = read("deltid").terms.hours_per_week
    assert hours is not None
    assert hours[1] < 37


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("Dag, aften, weekend - nat har de nok til.", ("dag", "aften", "weekend")),
        ("Nattevagter er dækket.", ()),
        ("Måske lørdage.", ()),
        ("Praktik i 6-13 uger.", ()),
        ("til nat", ("nat",)),
        ("aftenhold", ("aften",)),
        ("dag- og aftenvagter", ("dag", "aften")),
        ("dag/aften/nat", ("dag", "aften", "nat")),
        ("nattevagt i weekenden", ("nat", "weekend")),
        ("3-holdsskift", ("skiftende",)),
        ("kl. 22-06", ("nat",)),
        ("kl. 15-23", ("aften",)),
        ("07-15", ("dag",)),
        ("30-37 t", ()),
        ("hver dag er en god dag", ()),
        ("ingen aftenvagter", ()),
        ("ikke weekend", ()),
        ("skiftende arbejdstider", ("skiftende",)),
    ],
)
def test_shifts_are_read(text: str, shifts: tuple[str, ...]) -> None:
    assert read(text).terms.shifts == shifts


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("start hurtigst", "hurtigst muligt"),
        ("Vi søger snarest muligt en kok", "hurtigst muligt"),
        ("asap", "hurtigst muligt"),
        ("start 1. maj 2027", "2027-05-01"),
        ("Tiltrædelse pr. 01.02.2027", "2027-02-01"),
        ("start 1/12", "1/12"),
        ("start 1/2. 42 t", "1/2"),
        ("start 1/2-27", "2027-02-01"),
        ("start den 15. marts", "15. marts"),
        ("opstart 31.02.2027", None),
        ("Søg hurtigst muligt", None),
        ("en kok", None),
    ],
)
def test_the_start_is_a_date_where_the_year_is_said(text: str, start: str | None) -> None:
    assert read(text).terms.start == start


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        ("2 SSH og 1 SSA søges", 3),
        ("2 lagermedarb. + 1 chauffør CE", 3),
        ("Vi søger 2 tømrere og 3 lærlinge", 5),
        ("2 mand til aften", 2),
        ("skal bruge 2 chf", 2),
        ("Vi søger to erfarne tømrere", 2),
        ("3 stk. til lager", 3),
        ("søger 2 til nat", 2),
        ("mangler 10 medarbejdere", 10),
        ("Six warehouse workers wanted", 6),
        ("Du får 20 kolleger", None),
        ("mindst 2 års erfaring", None),
        ("søger en kok", None),
    ],
)
def test_the_number_of_people_sought_is_read(text: str, positions: int | None) -> None:
    assert read(text).terms.positions == positions


def test_a_call_takers_shorthand_is_understood() -> None:
    reading = read("skal bruge 2 chf m. C/E + adr til nat, start hurtigst")
    assert [mention.occupation for mention in reading.occupations] == ["lastbilchauffoer"]
    assert [(found.key, found.hard) for found in reading.requirements] == [("C/E", True), ("ADR", True)]
    assert reading.terms.shifts == ("nat",)
    assert reading.terms.start == "hurtigst muligt"
    assert reading.terms.positions == 2
