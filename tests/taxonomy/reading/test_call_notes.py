"""Notes that call-takers write: commas for full stops, shifts and hours without a word between them."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, read, titles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ufaglært er fint, intet krav om kørekort", {"education erhvervsuddannelse-", "driving_licence B-"}),
        ("engelsk er fint, ingen krav om truck", {"language engelsk?", "certificate truckcertifikat-"}),
        ("engelsk i køkkenet går også, kørekort pyt med det, der går bus", {"language engelsk?", "driving_licence B-"}),
        ("polsk svendebrev er fint", {"education erhvervsuddannelse?"}),
        ("man kan sagtens klare sig på engelsk", {"language engelsk?"}),
        ("truck er en fordel, men ingen krav om det", {"certificate truckcertifikat?"}),
        ("excel er et plus, men ingen krav om kendskab til excel", {"skill Excel?"}),
    ],
)
def test_a_denial_of_another_thing_than_the_wish_waives(text: str, expected: set[str]) -> None:
    assert demands(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kørekort b og gerne egen bil", {"driving_licence B!", "own_car egen bil?"}),
        ("kørekort b og gerne egen cykel", {"driving_licence B!"}),
        ("kørekort b samt helst ADR", {"driving_licence B!", "certificate ADR?"}),
        ("truck og kran gerne", {"certificate truckcertifikat?", "certificate krancertifikat?"}),
        (
            "truck og kran, adr et plus",
            {"certificate truckcertifikat!", "certificate krancertifikat!", "certificate ADR?"},
        ),
        (
            "adr, truck og kran et plus",
            {"certificate truckcertifikat?", "certificate krancertifikat?", "certificate ADR?"},
        ),
    ],
)
def test_a_wish_reaches_the_list_that_it_closes_and_no_further(text: str, expected: set[str]) -> None:
    assert demands(text) == expected


def test_small_letters_of_classes_are_read_behind_each_other() -> None:
    assert demands("truck (a eller b)") == {"certificate truckcertifikat A!", "certificate truckcertifikat B!"}


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Han skal køre truck (B-certifikat)", {"truckcertifikat B!"}),
        ("Truckfører. Certifikat A og B", {"truckcertifikat A!", "truckcertifikat B!"}),
        ("Truckfører, A/B-certifikat en fordel", {"truckcertifikat A?", "truckcertifikat B?"}),
        ("Chauffør til kranbil, kran over 8 tm (D-cert)", {"krancertifikat D!"}),
        ("Truckfører. Certifikat er et krav", {"truckcertifikat!"}),
        ("Truckfører. Certifikat i varmt arbejde", {"varmt arbejde!"}),
        ("Elektriker. B-certifikat", set()),
    ],
)
def test_a_bare_certificate_is_that_of_the_machine_named_before(text: str, keys: set[str]) -> None:
    found = {demand.removeprefix("certificate ") for demand in demands(text) if demand.startswith("certificate ")}
    assert found == keys


def test_the_numbers_of_welding_processes_are_read_behind_each_other() -> None:
    found = demands("Smed. Svejsecertifikat 111/136 og 141")
    assert found == {f"certificate svejsecertifikat {process}!" for process in ("elektrode", "MAG", "TIG")}


@pytest.mark.parametrize(
    ("text", "hours", "shifts"),
    [
        ("37 t, aften", 37.0, ("aften",)),
        ("37 t dag", 37.0, ("dag",)),
        ("7 t dag", None, ()),
        ("SSA nat, 28 t", 28.0, ("nat",)),
        ("37 timer, dag", 37.0, ("dag",)),
        ("20 t, og du får en god dag", 20.0, ()),
    ],
)
def test_a_shift_stands_alone_or_behind_the_hours_or_the_job(
    text: str, hours: float | None, shifts: tuple[str, ...]
) -> None:
    terms = read(text).terms
    assert (terms.hours_per_week[1] if terms.hours_per_week else None, terms.shifts) == (hours, shifts)


def test_ages_between_two_bounds_are_read_where_the_text_says_that_they_are_ages() -> None:
    assert {(one.key, one.level) for one in read("alder 18-25 år").requirements} == {
        ("minimumsalder", "18"),
        ("maksimumsalder", "25"),
    }
    assert not read("botilbud for unge 18-25 år").requirements


def test_more_than_one_of_those_who_go_by_letters_are_found() -> None:
    assert titles("2 SSH'ere og SSA'erne", "text") == ["social_og_sundhedshjaelper", "social_og_sundhedsassistent"]
    assert read("2 SSH'ere søges").terms.positions == 2


@pytest.mark.parametrize(
    "text",
    ["Skolen på Duevej skal bruge en vikar", "Hos Nordhegn skal bruge to mand", "Vi i Solgaarden skal finde en vikar"],
)
def test_who_needs_somebody_is_no_skill_that_is_asked_for(text: str) -> None:
    assert demands(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jobbet kræver: - Kørekort B - Vagtkort. Det er en fordel med: - Førstehjælp - Tysk",
            {
                "driving_licence B!",
                "certificate vagtuddannelse!",
                "certificate førstehjælpsbevis?",
                "language tysk?",
            },
        ),
        (
            "Krav: - truck. Vi tilbyder: - ADR-kursus - 20 - 30 timer",
            {"certificate truckcertifikat!", "certificate ADR-"},
        ),
        ("Skal: dansk. Kan: polsk.", {"language dansk!", "language polsk?"}),
    ],
)
def test_a_list_in_one_line_is_meant_as_its_heading_says(text: str, expected: set[str]) -> None:
    assert demands(text) == expected


def test_be_is_a_category_right_behind_the_licence_and_a_verb_elsewhere() -> None:
    assert demands("kk be kræves") == {"driving_licence B/E!"}
    assert demands("A driving license (category C), be fluent in English") == {
        "driving_licence C!",
        "language engelsk C1!",
    }


def test_when_somebody_has_worked_is_no_experience_in_a_field() -> None:
    assert demands("Vant til at arbejde i weekender") == set()
    assert demands("Har arbejdet på nat før") == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gerne cura og revit", {"skill Cura?", "skill Revit?"}),
        ("truckcertifikat spørges der ikke efter", {"certificate truckcertifikat-"}),
        ("erfaring fra terminal min 2 år", {"experience terminalarbejde 2!"}),
        ("English is required and Danish is a big advantage", {"language engelsk!", "language dansk?"}),
    ],
)
def test_notes_without_capitals_and_words_between_are_understood(text: str, expected: set[str]) -> None:
    assert demands(text) == expected
