"""What a CV's writer wants and refuses: jobs and places said in passing, kinds of order, shifts, hours."""

import pytest

from taxonomy.catalog import Catalog, load_catalog
from taxonomy.reading import read_cv
from taxonomy.reading.cvs.hours import hours_sought
from taxonomy.reading.findings import CvReading, RequirementKind


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog()


def read(catalog: Catalog, text: str, headline: str = "", desired: tuple[str, ...] = (), job: str = "") -> CvReading:
    experience = [(job, 5.0)] if job else []
    return read_cv(headline=headline, text=text, desired_jobs=desired, experience=experience, catalog=catalog)


def test_a_headline_that_names_the_job_held_is_no_wish_where_another_is_wished(catalog: Catalog) -> None:
    wished = read(catalog, "Vil gerne ud at køre bus.", "Lagerarbejder", ("buschauffør",), "Lagerarbejder").wishes

    assert {one.occupation for one in wished} == {"buschauffoer"}


def test_a_headline_alone_is_a_wish(catalog: Catalog) -> None:
    assert [one.occupation for one in read(catalog, "", "Tømrer", job="Tømrer").wishes] == ["toemrer"]


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Byggemarked er ikke noget for mig.", "butiksassistent"),
        ("Hjemmepleje har jeg fået nok af.", "hjemmehjaelper"),
        ("Не хочу працювати на будівництві.", "bygningsarbejdsmand"),
        ("لا أريد التنظيف مرة أخرى.", "rengoeringsassistent"),
    ],
)
def test_a_place_of_work_can_be_refused_in_passing(catalog: Catalog, text: str, refused: str) -> None:
    assert refused in {one.occupation for one in read(catalog, text).refused}


@pytest.mark.parametrize(
    "text", ["Jeg er ikke SSA.", "Har ingen uddannelse inden for pleje.", "Har ikke serveret før."]
)
def test_what_somebody_is_not_or_has_not_done_is_not_refused(catalog: Catalog, text: str) -> None:
    assert read(catalog, text).refused == ()


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        ("Søger fast job, ikke praktik.", (), ("virksomhedspraktik",)),
        ("Jeg vil gerne i sprogpraktik.", ("virksomhedspraktik",), ()),
        ("Visiteret til fleksjob.", ("fleksjob",), ()),
        ("Jeg er ikke førtidspensionist.", (), ("skaanejob",)),
        ("Fik ikke læreplads.", ("laereplads",), ()),
        ("Har haft elever.", (), ()),
        ("Jeg søger praktik inden for lager.", ("virksomhedspraktik",), ()),
        ("Min praktik var på et lager.", (), ()),
        ("Jeg er gymnasieelev.", (), ()),
        ("Jeg kan også have elever.", (), ()),
        ("Har ikke fået læreplads på grund af alder.", ("laereplads",), ()),
        ("To år i arbejde med førtidspension.", (), ()),
    ],
)
def test_kinds_of_order_are_wanted_or_refused(
    catalog: Catalog, text: str, wanted: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    reading = read(catalog, text)

    assert (reading.wanted_kinds, reading.refused_kinds) == (wanted, refused)


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        ("Kun dag.", ("dag",), ("aften", "nat")),
        ("Jeg arbejder kun dag og aften, aldrig nat.", ("dag", "aften"), ("nat",)),
        ("Autorisationen bruger jeg ikke i dag.", (), ()),
        ("Jeg vil ikke gøre 16 værelser rene om dagen længere.", (), ()),
        ("Ingen problem med skiftende dag og aften.", (), ()),
        ("Jeg kan kun arbejde om dagen, men aften er fint en gang imellem.", ("dag", "aften"), ("nat",)),
        ("Vågne nætter har jeg prøvet, og det kan jeg ikke.", (), ("nat",)),
        ("Kan ikke arbejde efter kl. 16.30.", (), ("aften",)),
        ("Mogę pracować w weekendy.", ("weekend",), ()),
        ("Не хочу працювати вночі.", (), ("nat",)),
        ("Nachtschichten mache ich nicht mehr.", (), ("nat",)),
        ("Nu pot lucra noaptea.", (), ("nat",)),
    ],
)
def test_shifts_of_many_tongues(catalog: Catalog, text: str, wanted: tuple[str, ...], refused: tuple[str, ...]) -> None:
    reading = read(catalog, text)

    assert (reading.wanted_shifts, reading.refused_shifts) == (wanted, refused)


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Søger 25-30 timer om ugen", "deltid"),
        ("37 timer om ugen", "fuldtid"),
        ("30-37 timer om ugen", None),
        ("Gerne mange", None),
    ],
)
def test_hours_are_read_of_the_words(catalog: Catalog, text: str, hours: str | None) -> None:
    assert hours_sought(read(catalog, text).hours_per_week) == hours


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("SSH fra 2015, altid i hjemmeplejen.", ("social- og sundhedshjælper",)),
        ("PAU 2018.", ("pædagogisk assistent",)),
        ("Civilingeniør i konstruktion.", ("civilingeniør",)),
        ("Sygeplejerske siden 2001.", ("sygeplejerske",)),
        ("Jeg arbejder som sygeplejerske.", ()),
        ("2. semester datamatiker.", ()),
        ("Vil gerne være civilingeniør.", ()),
    ],
)
def test_a_degree_or_a_title_with_its_year_is_an_education_held(
    catalog: Catalog, text: str, held: tuple[str, ...]
) -> None:
    shown = [one.key for one in read(catalog, text).held if one.kind is RequirementKind.EDUCATION]

    assert tuple(shown) == held


@pytest.mark.parametrize(
    "text",
    [
        "Ved ikke om sygeplejerske er mig.",
        "Jeg ved ikke, om jeg vil være sygeplejerske.",
        "Ved endnu ikke om det skal være sygeplejerske.",
        "Er ikke sikker på, at jeg vil være sygeplejerske.",
    ],
)
def test_who_does_not_know_refuses_nothing(catalog: Catalog, text: str) -> None:
    assert read(catalog, text).refused == ()


def test_who_knows_that_it_is_not_for_them_refuses(catalog: Catalog) -> None:
    assert [one.occupation for one in read(catalog, "Sygeplejerske er ikke mig.").refused] == ["sygeplejerske"]


def test_what_somebody_will_be_is_wished_for(catalog: Catalog) -> None:
    wished = read(catalog, "Har været tjener, vil blive receptionist.").wishes
    assert [one.occupation for one in wished] == ["receptionist"]


def test_who_is_flexible_wants_the_shifts_named(catalog: Catalog) -> None:
    assert read(catalog, "Fleksibel med vagter: dag, aften, nat.").wanted_shifts == ("dag", "aften", "nat")


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        ("Aften kan jeg tage, nat ikke.", ("aften",), ("nat",)),
        ("Plejehjem eller hospital, også nat.", ("dag", "nat"), ()),
        ("نهارا فقط.", ("dag",), ("aften", "nat")),
        ("Am Wochenende arbeite ich nicht.", (), ("weekend",)),
        ("I don't want to do nights again.", (), ("nat",)),
        ("Noce nie wchodzą w grę.", (), ("nat",)),
        ("Gece çalışamam.", (), ("nat",)),
        ("Et par dage om ugen er fint.", (), ()),
        ("Jeg har arbejdet 3 dage om ugen.", (), ()),
    ],
)
def test_shifts_are_wanted_and_refused_in_the_words_of_people(
    catalog: Catalog, text: str, wanted: tuple[str, ...], refused: tuple[str, ...]
) -> None:
    reading = read(catalog, text)

    assert (reading.wanted_shifts, reading.refused_shifts) == (wanted, refused)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Jeg går i 9. klasse. Fritidsjob efter skole.", ("fritidsjob",)),
        ("Læreplads som murer.", ("laereplads",)),
        ("Fritidsjob på et apotek.", ()),
        ("Løntilskud er ikke relevant.", ()),
        ("Elev hos Bilka.", ()),
        ("Jeg er parat til løntilskud.", ("loentilskud",)),
        ("Tager gerne imod løntilskud.", ("loentilskud",)),
        ("Jeg mangler nu kun en læreplads.", ("laereplads",)),
        ("Kunne godt være voksenlærling.", ("voksenlaerling",)),
        ("Vil gerne tage svendebrevet med voksenlærlingestøtte.", ("voksenlaerling",)),
        ("Vil gerne se plejen, evt. i praktik.", ("virksomhedspraktik",)),
        ("Jeg blev færdig som voksenlærling i 2019.", ()),
        ("Det kan godt være, jeg har været i praktik.", ()),
    ],
)
def test_a_kind_is_asked_for_where_a_note_opens_with_it_or_words_of_wanting_say_so(
    catalog: Catalog, text: str, kinds: tuple[str, ...]
) -> None:
    assert read(catalog, text).wanted_kinds == kinds


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Kan ikke klare fuld tid.", "deltid"),
        ("Vil have ti timer på et bibliotek.", "deltid"),
        ("Szukam pracy na pełny etat.", "fuldtid"),
        ("أبحث عن عمل بدوام جزئي.", "deltid"),
        ("Tam zamanlı iş arıyorum.", "fuldtid"),
        ("Gik ti timer i bjergene.", None),
    ],
)
def test_hours_are_read_from_words_in_other_languages_too(catalog: Catalog, text: str, hours: str | None) -> None:
    assert hours_sought(read(catalog, text).hours_per_week) == hours


@pytest.mark.parametrize(
    ("text", "wished"),
    [
        ("Szukam pracy jako kucharz.", "kok"),
        ("Ich suche eine Stelle als Hausmeister.", "ejendomsservicetekniker"),
        ("أبحث عن عمل ككهربائي.", "elektriker"),
        ("Шукаю роботу кухаря.", "kok"),
        ("Waxaan rabaa shaqo bas.", "buschauffoer"),
    ],
)
def test_jobs_are_known_by_their_names_abroad_in_any_form(catalog: Catalog, text: str, wished: str) -> None:
    (found,) = read(catalog, text).wishes

    assert (found.occupation, found.score) == (wished, 1.0)


@pytest.mark.parametrize("text", ["Tømrer. 22 års erfaring.", "Jeg er udlært tømrer."])
def test_who_the_writer_is_counts_weakly_as_a_wish_where_nothing_else_is_wished(catalog: Catalog, text: str) -> None:
    (wish,) = read(catalog, text).wishes

    assert wish.occupation == "toemrer"
    assert wish.score < 1


def test_who_the_writer_is_is_no_wish_beside_another(catalog: Catalog) -> None:
    wished = read(catalog, "Jeg er udlært tømrer. Jeg søger job som pedel.").wishes

    assert "toemrer" not in {one.occupation for one in wished}


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Jeg skal ikke tilbage til pleje, heller ikke som vikar.", "plejehjemsmedhjaelper"),
        ("Søger noget andet end lager.", "lagermedarbejder"),
        ("Lagerjob siger jeg pænt nej tak til.", "lagermedarbejder"),
    ],
)
def test_a_field_of_work_is_left_in_the_words_of_people(catalog: Catalog, text: str, refused: str) -> None:
    reading = read(catalog, text)

    assert [one.occupation for one in reading.refused] == [refused]
    assert reading.wishes == ()
