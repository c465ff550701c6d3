"""Job orders in the public format."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from indexer.intake import IntakeError, job_order_to_mapping, read_job_order
from indexer.intake.job_order import Contact, OrderType, Shift
from tests.indexer.samples import ORDER, order


def problems_of(**changes: object) -> dict[str, str]:
    """The problems by field of the sample order with some fields changed."""
    with pytest.raises(IntakeError) as refusal:
        read_job_order({**ORDER, **changes})
    return {problem.field: f"{problem.problem} {problem.fix}" for problem in refusal.value.problems}


def test_every_field_of_the_public_format_is_read() -> None:
    read = order(contact={"name": "Eva", "phone": "+45 00 00 00 00", "email": "eva@example.dk"})

    assert read.order_type is OrderType.ORDINARY
    assert read.shift is Shift.EVENING
    assert (read.start, read.deadline) == (date(2027, 1, 4), date(2026, 12, 18))
    assert read.hours_per_week == 37
    assert read.must_have == ("truckcertifikat B", "dansk på B1")
    assert read.contact == Contact("Eva", "+45 00 00 00 00", "eva@example.dk")
    assert read.received_at == datetime(2026, 11, 21, 8, 12, tzinfo=UTC)


def test_reading_what_was_written_gives_the_same_order() -> None:
    assert read_job_order(job_order_to_mapping(order())) == order()


def test_null_in_a_field_that_may_be_missing_means_not_given() -> None:
    assert order(hours_per_week=None, contact={"name": None}) == order(hours_per_week=None, contact={})


def test_all_problems_of_an_order_come_at_once() -> None:
    found = problems_of(title="", positions=0, postcode="0001", shift="morgen", start="2027-02-30")

    assert found.keys() == {"title", "positions", "postcode", "shift", "start"}


def test_each_missing_field_is_named() -> None:
    with pytest.raises(IntakeError) as refusal:
        read_job_order({})

    assert [p.field for p in refusal.value.problems] == ["id", "title", "text", "order_type", "positions", "postcode"]
    assert str(refusal.value.problems[0]) == "id: Feltet mangler. Tilføj feltet »id«."


@pytest.mark.parametrize(
    ("part", "said"), [("email", "x"), ("email", "navn@firma"), ("phone", "abc"), ("phone", "112")]
)
def test_a_contact_by_which_nobody_can_be_reached_is_refused(part: str, said: str) -> None:
    assert problems_of(contact={part: said}).keys() == {f"contact.{part}"}


def test_a_contact_that_is_too_long_is_looked_at_no_further() -> None:
    assert problems_of(contact={"email": "x" * 900_000})["contact.email"].startswith("Teksten er på 900000 tegn")


@pytest.mark.parametrize(
    "contact",
    [
        {"email": "Eva <eva@firma.dk>, bo@firma.dk"},
        {"phone": "20 30 40 50 (efter kl. 14)"},
        {"phone": "", "email": " "},
    ],
)
def test_words_beside_a_number_or_an_address_are_kept(contact: dict[str, str]) -> None:
    assert order(contact=contact).contact == Contact(**contact)


def test_an_unknown_field_is_refused_with_the_name_that_was_meant() -> None:
    assert problems_of(titel="Svejser") == {"titel": "Feltet kendes ikke. Fjern feltet. Kendte felter: " + KNOWN}
    without_title = {name: value for name, value in ORDER.items() if name != "title"}
    with pytest.raises(IntakeError, match="Mente du »title«"):
        read_job_order({**without_title, "titel": "Svejser"})


KNOWN = (
    "id, title, text, order_type, positions, postcode, employer, cvr, city, hours_per_week, shift, start, deadline, "
    "must_have, nice_to_have, contact, received_at, source, public_text."
)


def test_an_unknown_field_of_the_contact_is_named_with_its_path() -> None:
    assert list(problems_of(contact={"telefon": "1"})) == ["contact.telefon"]


@pytest.mark.parametrize("value", [None, "A-1", 1, ["A-1"], True])
def test_what_is_not_an_object_is_refused(value: object) -> None:
    with pytest.raises(IntakeError, match="Værdien skal være et objekt"):
        read_job_order(value)


@pytest.mark.parametrize("value", ["2", 2.0, True, [2], {}])
def test_only_a_whole_number_is_a_number_of_positions(value: object) -> None:
    assert "Værdien skal være et heltal" in problems_of(positions=value)["positions"]


@pytest.mark.parametrize("value", [0, -1, 10_001])
def test_a_number_of_positions_outside_the_bounds_is_refused(value: object) -> None:
    assert problems_of(positions=value)["positions"].endswith("Skriv et heltal fra 1 til 10000.")


@pytest.mark.parametrize("value", [-1, 0, 168.5, 10**400, float("inf"), float("nan")])
def test_hours_beyond_a_week_or_below_none_are_refused(value: object) -> None:
    assert "Tallet ligger uden for grænserne" in problems_of(hours_per_week=value)["hours_per_week"]


@pytest.mark.parametrize("value", ["2027-02-30", "2027-13-01", "0000-01-01", "9999-01-01"])
def test_a_date_that_does_not_exist_is_refused(value: str) -> None:
    assert "Datoen findes ikke" in problems_of(start=value)["start"]


@pytest.mark.parametrize("value", ["04-01-2027", "20270104", "2027-W01-1", "4. januar 2027", "", "2027-01-04T00:00"])
def test_a_date_not_written_year_month_day_is_refused(value: str) -> None:
    assert "ISO 8601" in problems_of(deadline=value)["deadline"]


def test_a_moment_without_time_zone_is_refused() -> None:
    assert "mangler tidszone" in problems_of(received_at="2026-11-21T09:12:00")["received_at"]


@pytest.mark.parametrize("value", ["2026-11-21T25:12:00Z", "2026-11-31T09:12:00+01:00", "2026-11-21T09:12:00+30:00"])
def test_a_moment_that_does_not_exist_is_refused(value: str) -> None:
    assert "Tidspunktet findes ikke" in problems_of(received_at=value)["received_at"]


@pytest.mark.parametrize("value", ["2026-11-21T09:12Z", "2026-11-21T09:12:00.5-03:00"])
def test_a_moment_with_time_zone_keeps_it(value: str) -> None:
    assert order(received_at=value).received_at == datetime.fromisoformat(value)


@pytest.mark.parametrize("value", ["12345678", "99999919", "00000000"])
def test_a_cvr_number_whose_check_digit_fails_is_refused(value: str) -> None:
    assert "kontrolcifferet passer ikke" in problems_of(cvr=value)["cvr"]


@pytest.mark.parametrize("value", ["9999991", "99 99 99 18", "DK99999918", "٩٩٩٩٩٩١٨"])
def test_a_cvr_number_that_is_not_eight_digits_is_refused(value: str) -> None:
    assert "otte cifre" in problems_of(cvr=value)["cvr"]


def test_an_unknown_cvr_number_may_be_empty() -> None:
    assert order(cvr="").cvr == ""


@pytest.mark.parametrize("value", ["0001", "23000", "DK-2300", "", "٢٣٠٠"])
def test_a_postcode_that_does_not_exist_is_refused(value: str) -> None:
    assert "Postnummeret findes ikke" in problems_of(postcode=value)["postcode"]


def test_an_order_type_that_is_nearly_right_is_refused_with_the_right_one() -> None:
    assert "Mente du »ordinaer«?" in problems_of(order_type="ordinær")["order_type"]


def test_a_text_over_the_limit_is_refused_with_its_length() -> None:
    assert "20001 tegn" in problems_of(text="a" * 20_001)["text"]
    assert order(text="a" * 20_000).text == "a" * 20_000
    assert "201 tegn" in problems_of(title="a" * 201)["title"]


def test_a_list_over_its_limits_is_refused() -> None:
    assert "201 punkter" in problems_of(must_have=["a"] * 201)["must_have"]
    assert list(problems_of(must_have=["a", "b" * 501, " ", 4])) == ["must_have[1]", "must_have[2]", "must_have[3]"]


@pytest.mark.parametrize("mark", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
def test_a_control_character_is_refused(mark: str) -> None:
    assert "styretegn" in problems_of(text=f"Svejser{mark}søges")["text"]


def test_half_a_character_is_refused() -> None:
    assert "enlig surrogat" in problems_of(title="Svejser \ud83d")["title"]


def test_line_breaks_and_tabulators_are_part_of_a_text() -> None:
    assert order(text="Svejser\r\n\tsøges").text == "Svejser\r\n\tsøges"


@pytest.mark.parametrize("value", ["", " ", " A-1", "A-1 ", "A\n1", 7, "A" * 201, "字" * 200])
def test_an_id_that_others_could_not_write_is_refused(value: object) -> None:
    assert list(problems_of(id=value)) == ["id"]


def test_an_id_that_is_a_personal_number_is_refused_and_one_that_merely_has_as_many_digits_is_not() -> None:
    assert "CPR" in problems_of(id="010190-1234")["id"]
    for other in ("0101901234", "A-20261122-010190"):
        assert order(id=other).id == other


def test_what_a_person_wrote_is_not_in_the_refusal() -> None:
    told = str(problems_of(title={"navn": "Hemmelig"}, postcode="Hemmelig", shift="Hemmelig", cvr="Hemmelig", text=""))

    assert "Hemmelig" not in told
