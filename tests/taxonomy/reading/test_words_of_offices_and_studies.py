"""What shops, offices, IT, teaching, health and other studies ask for, in the words they ask for it in."""

import pytest

from tests.taxonomy.reading.small_catalog import demands

ASKED = [
    # shops, selling, buying
    ("selvscanning", "skill kassebetjening"),
    ("tjekke datoer", "skill datokontrol"),
    ("lægge vagter", "skill vagtplanlægning"),
    ("cold calling", "skill opsøgende salg"),
    ("gavekort", "skill gavekort"),
    ("hårde hvidevarer", "skill hvidevarekendskab"),
    ("disponere varer hjem", "skill varebestilling"),
    # offices, money, marketing
    ("debet og kredit", "skill bogføring"),
    ("betalingskørsler", "skill kreditorstyring"),
    ("ms365", "skill Officepakken"),
    ("skrive mødereferat", "skill referatskrivning"),
    ("epikriser", "skill lægesekretærarbejde"),
    ("refusionsopgørelser", "skill berigtigelse"),
    ("pressemeddelelser", "skill PR"),
    ("opslag på facebook", "skill sociale medier"),
    # trainings by their field and their papers
    ("uddannet inden for sundhed", "education sundhedsfaglig uddannelse"),
    ("svendebrev som maler", "education maler"),
    ("fagbrev som kok", "education kok"),
    # IT
    ("k8s", "skill Kubernetes"),
    ("group policy", "skill Active Directory"),
    ("spring mvc", "skill Spring Boot"),
    ("user stories", "skill kravspecifikation"),
    # teaching, social work, law
    ("holde ro i en klasse", "skill klasseledelse"),
    ("undervise i tysk", "skill tyskundervisning"),
    ("barnets lov", "skill barnets lov"),
    ("partshøring", "skill retssikkerhedsloven"),
    ("m&a", "skill selskabsret"),
    # health and technology
    ("lægge venflon", "skill perifert venekateter"),
    ("qpcr", "skill PCR"),
    ("br18", "skill Byggesagsbehandling"),
    ("mængdeudtræk", "skill kalkulation"),
    ("bim 360", "skill Autodesk Construction Cloud"),
    # trainings and papers
    ("cand.merc.aud.", "education cand.merc.aud."),
    ("diplomuddannelse i ledelse", "education diplomuddannelse i ledelse"),
    ("pc-kørekort", "certificate AMU office"),
    ("pspo", "certificate product owner-certificering"),
]


@pytest.mark.parametrize(("words", "found"), ASKED)
def test_what_is_asked_for_is_known_by_the_words_it_is_asked_in(words: str, found: str) -> None:
    asked = demands(f"Du skal have erfaring med {words}.") | demands(f"Kendskab til {words} er en fordel.")
    kind, _, key = found.partition(" ")
    assert f"{found}?" in asked or {f"{found}!", f"experience {key}!"} & asked, (kind, asked)


@pytest.mark.parametrize(
    "text",
    [
        "Vi tilbyder pension, sundhedsforsikring og kompetenceudvikling.",
        "Vores boligselskab skal have en ny medarbejder.",
        "You speak English and Danish, both fluent.",
        "Du får en fast timeløn og gavekort til jul.",
    ],
)
def test_what_a_workplace_is_or_gives_demands_no_skill(text: str) -> None:
    assert not {one for one in demands(text) if one.startswith("skill") and one[-1] in "!?"}
