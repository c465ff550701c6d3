"""What a CV shows: wishes, history, what is held and what is not."""

from datetime import date

import pytest

from taxonomy.reading import read_cv
from taxonomy.reading.findings import CvReading
from tests.taxonomy.reading.small_catalog import CATALOG


def cv(
    text: str = "",
    headline: str = "",
    licences: tuple[str, ...] = (),
    education: tuple[str, ...] = (),
    skills: tuple[str, ...] = (),
    desired_jobs: tuple[str, ...] = (),
) -> CvReading:
    return read_cv(
        headline=headline,
        text=text,
        catalog=CATALOG,
        licences=licences,
        education=education,
        skills=skills,
        desired_jobs=desired_jobs,
    )


def held(reading: CvReading) -> set[str]:
    return {f"{found.kind} {found.key}" for found in reading.held}


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("kørekort B", "driving_licence B"),
        ("B", "driving_licence B"),
        ("C/E", "driving_licence C/E"),
        ("CE", "driving_licence C/E"),
        ("kat. B", "driving_licence B"),
        ("stort kørekort", "driving_licence C"),
        ("permis B și C", "driving_licence C"),
        ("prawo jazdy kat. B i C", "driving_licence C"),
        ("Führerschein B und C1", "driving_licence C1"),
        ("kørekort BE", "driving_licence B/E"),
        ("truck B", "certificate truckcertifikat B"),
        ("truckcertifikat", "certificate truckcertifikat"),
        ("gaffeltruckcertifikat B", "certificate truckcertifikat B"),
        ("forklift licence", "certificate truckcertifikat"),
        ("driving licence B", "driving_licence B"),
        ("prawo jazdy kat. B", "driving_licence B"),
        ("uprawnienia na wózki widłowe", "certificate truckcertifikat"),
        ("Führerschein Klasse B", "driving_licence B"),
        ("Staplerschein", "certificate truckcertifikat"),
        ("førerkort klasse C", "driving_licence C"),
        ("körkort B", "driving_licence B"),
        ("autorisation som SSA", "authorisation social- og sundhedsassistent"),
        ("sprøjtebevis", "certificate sprøjtecertifikat"),
        ("ADR", "certificate ADR"),
    ],
)
def test_a_listed_licence_is_held_in_any_of_its_wordings(written: str, key: str) -> None:
    assert key in held(cv(licences=(written,)))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Jeg har intet kørekort", "driving_licence B"),
        ("Jeg har ikke truckcertifikat", "certificate truckcertifikat"),
        ("Kørekort har jeg ikke", "driving_licence B"),
        ("I do not have a driving licence", "driving_licence B"),
        ("Nie mam prawo jazdy", "driving_licence B"),
        ("Mit kørekort er frakendt", "driving_licence B"),
        ("uden kørekort", "driving_licence B"),
    ],
)
def test_what_the_writer_has_not_is_denied_and_not_held(text: str, key: str) -> None:
    reading = cv(text)
    assert key in {f"{found.kind} {found.key}" for found in reading.denied}
    assert key not in held(reading)


@pytest.mark.parametrize(
    "text",
    [
        "Jeg er ved at tage kørekort",
        "Vil gerne tage truckcertifikat",
        "Kørekort er undervejs",
        "Venter på autorisation som SSA",
    ],
)
def test_what_is_under_way_is_neither_held_nor_denied(text: str) -> None:
    reading = cv(text)
    assert reading.held == ()
    assert reading.denied == ()


def test_what_one_clause_denies_another_may_hold() -> None:
    reading = cv("Har kørekort B, men ikke truckcertifikat.")
    assert "driving_licence B" in held(reading)
    assert [found.key for found in reading.denied] == ["truckcertifikat"]


@pytest.mark.parametrize(
    ("education", "key", "level"),
    [
        ("Social- og sundhedshjælper", "social- og sundhedshjælper", "faglaert"),
        ("SOSU-assistent 2014", "social- og sundhedsassistent", "faglaert"),
        ("Professionsbachelor som pædagog", "pædagog", "mellemlang"),
        ("cand.merc.", "cand.merc.", "lang"),
        ("Datamatiker", "datamatiker", "kort"),
        ("HF", "gymnasial uddannelse", "ufaglaert"),
        ("10. klasse", "folkeskolens afgangseksamen", "ufaglaert"),
        ("Lager- og transportuddannelsen", "lager- og transportuddannelsen", "faglaert"),
    ],
)
def test_an_education_is_held_with_its_level(education: str, key: str, level: str) -> None:
    reading = cv(education=(education,))
    assert f"education {key}" in held(reading)
    assert reading.education_level == level


@pytest.mark.parametrize(
    "written",
    ["Pædagog, ikke færdiggjort", "GF2 kontor, i gang", "Optaget på GF2 anlægsgartner", "SSH påbegyndt", "HF (i gang)"],
)
def test_an_unfinished_education_is_not_held(written: str) -> None:
    assert cv(education=(written,)).held == ()


@pytest.mark.parametrize(
    ("licence", "key", "denied"),
    [
        ("ADR (ikke tank)", "certificate ADR", ()),
        ("kørekort B, ikke C", "driving_licence B", ()),
        ("truckcertifikat B (udløbet)", None, ("truckcertifikat B",)),
        ("kørekort D (Ukraine, ikke ombyttet)", None, ()),
    ],
)
def test_a_remark_on_a_listed_licence_says_what_of_it_is_held(
    licence: str, key: str | None, denied: tuple[str, ...]
) -> None:
    reading = cv(licences=(licence,))
    assert held(reading) == ({key} if key else set())
    assert tuple(found.key for found in reading.denied) == denied


def test_without_any_education_the_level_is_unknown() -> None:
    assert cv("Jeg har arbejdet på lager").education_level is None


def test_languages_get_their_danish_names_and_levels() -> None:
    reading = read_cv(
        headline="",
        text="I also speak some Polish.",
        catalog=CATALOG,
        languages={"Danish": "B1", "English": "fluent", "arabisk": "modersmål", "Klingon": "?"},
    )
    assert dict(reading.languages) == {
        "dansk": "B1", "engelsk": "C1", "arabisk": "modersmål", "klingon": "", "polsk": "B1",
    }  # fmt: skip


def test_desired_jobs_and_headline_are_wishes() -> None:
    reading = cv(headline="Lagermand med truck", desired_jobs=("kok",))
    assert [wish.occupation for wish in reading.wishes] == ["kok", "lagermedarbejder"]


def test_a_former_job_in_the_headline_is_no_wish() -> None:
    reading = cv(headline="Tidligere kok søger job som lagermedarbejder")
    assert [wish.occupation for wish in reading.wishes] == ["lagermedarbejder"]


def test_a_place_in_the_wishes_stands_for_its_job() -> None:
    assert [wish.occupation for wish in cv(desired_jobs=("noget på lager",)).wishes] == ["lagermedarbejder"]


@pytest.mark.parametrize(
    ("text", "occupations"),
    [
        ("Jeg er 17. Lager, køkken, alt er ok.", {"lagermedarbejder", "koekkenmedhjaelper"}),
        ("Jeg er 17. Var på lager og i køkken.", set()),
        ("Søger nyt pga. flytning.", set()),
    ],
)
def test_a_sentence_of_nothing_but_places_tells_where_somebody_would_work(text: str, occupations: set[str]) -> None:
    assert {wish.occupation for wish in cv(text).wishes} == occupations


def test_what_is_lacking_or_of_another_sort_is_not_held() -> None:
    reading = cv("3 sprog, ingen erfaring. Straffeattesten er ikke helt ren. Har kørekort til lille knallert.")
    assert {(one.kind.value, one.key) for one in reading.held} == {("driving_licence", "AM")}
    assert ("criminal_record", "straffeattest") in {(one.kind.value, one.key) for one in reading.denied}


def test_a_year_of_study_is_no_time_at_work_and_tonnes_are_no_hours() -> None:
    reading = cv("2. års sygeplejestuderende. Har kørt varevogn 3,5 t.")
    assert all(job.years is None for job in reading.history)
    assert reading.hours_per_week is None
    assert cv("Chauffør, varebil 37 t").hours_per_week == (37.0, 37.0)


@pytest.mark.parametrize(
    "text",
    ["Jeg ønsker ikke at arbejde som kok", "Helst ikke kok", "Kok er ikke noget for mig", "I do not want to be a cook"],
)
def test_a_job_not_wanted_is_refused(text: str) -> None:
    reading = cv(text)
    assert [job.occupation for job in reading.refused] == ["kok"]
    assert reading.wishes == ()


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        ("Jeg vil gerne arbejde om aftenen", ("aften",), ()),
        ("Aften er fint", ("dag", "aften"), ()),
        ("Work in a nursing home, evenings are fine", ("dag", "aften"), ()),
        ("Jeg søger aftenvagter. Weekend er også fint", ("aften", "weekend"), ()),
        ("Kun aften", ("aften",), ()),
        ("Aften passer mig bedst", ("aften",), ()),
        ("Kan bedst om eftermiddagen", ("dag", "aften"), ()),
        ("Nu vil jeg hjem hver aften", (), ()),
        ("Ikke nat", (), ("nat",)),
        ("Jeg kan ikke tage nattevagter", (), ("nat",)),
        ("Søger dag- og aftenvagter, men ikke weekend", ("dag", "aften"), ("weekend",)),
        ("Not nights because of my daughter", (), ("nat",)),
        ("En god dag på lageret", (), ()),
        ("Går i gymnasiet. Weekend og aften, 12 timer.", ("aften", "weekend"), ()),
        ("Tager vagter ved siden af: weekend og aften.", ("aften", "weekend"), ()),
        ("Lørdag ja, søndag nej. Nat nej.", ("dag", "weekend"), ("nat",)),
        ("Ikke lørdag og søndag", (), ("weekend",)),
    ],
)
def test_shifts_are_wanted_or_refused(text: str, wanted: tuple[str, ...], refused: tuple[str, ...]) -> None:
    reading = cv(text)
    assert (reading.wanted_shifts, reading.refused_shifts) == (wanted, refused)


def test_the_history_keeps_titles_and_years() -> None:
    reading = read_cv(
        headline="", text="", catalog=CATALOG, experience=[("Lagermand hos grossist", 6.0), ("Kaptajn", None)]
    )
    assert [mention.occupation for mention in reading.history[0].occupations] == ["lagermedarbejder"]
    assert reading.history[0].years == 6
    assert (reading.history[1].occupations, reading.history[1].years) == ((), None)


def test_a_listed_skill_that_nobody_knows_keeps_its_own_words() -> None:
    assert held(cv(skills=("Håndscanner", "Jonglering"))) == {"skill håndscanner", "skill jonglering"}


def test_experience_in_the_text_is_held_with_its_years() -> None:
    found = next(one for one in cv("5 års erfaring som kok").held if one.kind == "experience")
    assert (found.key, found.level) == ("kok", "5")


@pytest.mark.parametrize(
    ("licence", "day"),
    [
        ("ADR gyldig til 2027-05-01", date(2027, 5, 1)),
        ("ADR, udløber 31.12.2026", date(2026, 12, 31)),
        ("ADR til 2028", date(2028, 12, 31)),
        ("ADR", None),
        ("ADR gyldig til 31.02.2027", None),
    ],
)
def test_a_licence_tells_until_when_it_is_valid(licence: str, day: date | None) -> None:
    assert cv(licences=(licence,)).held[0].valid_to == day


@pytest.mark.parametrize(
    ("text", "not_held"),
    [
        ("Kørekort: nej", "driving_licence B"),
        ("Kørekort under erhvervelse", "driving_licence B"),
        ("Min kone har kørekort", "driving_licence B"),
        ("Taler ikke dansk", "language dansk"),
        ("Kan ikke svejse TIG, kun MAG", "skill TIG-svejsning"),
    ],
)
def test_what_a_cv_denies_in_its_own_words_is_not_held(text: str, not_held: str) -> None:
    assert not_held not in held(cv(text))


def test_what_is_excepted_from_a_denial_is_held() -> None:
    assert held(cv("Kan ikke svejse TIG, kun MAG")) == {"skill MIG/MAG-svejsning"}


@pytest.mark.parametrize(
    ("headline", "text", "held_key", "denied_key"),
    [
        ("", "Sygeplejerske med dansk autorisation fra 2016.", "authorisation sygeplejerske", None),
        ("SSA", "Jeg har autorisation.", "authorisation social- og sundhedsassistent", None),
        ("", "Sygeplejerske fra Polen, polsk autorisation.", None, None),
        ("", "Jeg er sygeplejerske og venter på dansk autorisation.", None, None),
        ("Sygeplejerske", "Autorisation fra Ukraine.", None, None),
        ("", "Sygeplejerske uden dansk autorisation.", None, "authorisation sygeplejerske"),
        ("Kok", "Har autorisation.", None, None),
    ],
)
def test_a_bare_authorisation_is_that_of_the_profession_named(
    headline: str, text: str, held_key: str | None, denied_key: str | None
) -> None:
    reading = cv(text, headline)
    assert {key for key in held(reading) if key.startswith("auth")} == ({held_key} if held_key else set())
    assert {f"{found.kind} {found.key}" for found in reading.denied} == ({denied_key} if denied_key else set())


@pytest.mark.parametrize("text", ["Vil gerne være hjælper til barn", "Vil have lønnet arbejde", "Skal spare op"])
def test_words_that_only_look_like_forms_of_a_place_name_no_job(text: str) -> None:
    found = {one.occupation for one in cv(text).wishes}
    assert found.isdisjoint({"bartender", "loenbogholder", "butiksassistent"})


def test_private_homes_make_no_soldier() -> None:
    assert "soldat" not in {one.occupation for one in cv("Søger rengøring i private hjem").wishes}


def test_who_cycles_has_said_so() -> None:
    assert "cykling" in {one.key for one in cv("SSH på Amager. Cykler overalt.").held}
    assert "cykling" not in {one.key for one in cv("Kan ikke cykle.").held}
