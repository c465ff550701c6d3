"""Short orders as they are called in, of which one word more decides what is asked for."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, read

HEARD = [
    # one denial for all that it counts up
    ("Ingen kørekort eller truckcertifikat kræves.", "driving_licence B-, certificate truckcertifikat-"),
    ("No driving licence or experience required.", "driving_licence B-, experience erfaring-"),
    ("næringsbrev ikke nødvendigt, truck", "certificate næringsbrev-, certificate truckcertifikat!"),
    # a wish for something else is not said of what stands before it
    ("Kørekort B, gerne fra Valby", "driving_licence B!"),
    ("Truck, gerne tidl. vagt", "certificate truckcertifikat!"),
    # the sentence before says nothing of a language
    ("Kurset får man. Dansk nok til at læse sedler.", "language dansk!"),
    ("English is our working language, no Danish needed", "language engelsk!, language dansk-"),
    # what takes the place of what is waived
    ("dansk behøves ikke hvis engelsk er flydende", "language engelsk C1!"),
    ("Dansk er ikke nødvendigt, hvis du taler polsk", "language dansk-, language polsk B1!"),
    ("Truck er ikke et krav, hvis du har kran er det et plus", "certificate krancertifikat?"),
    ("B + gerne trailer", "driving_licence B!, driving_licence B/E?"),
    ("Førstehjælp til børn tages på kursus.", "certificate førstehjælpsbevis-"),
    # a no answers the last that was asked about
    ("Truck, ADR? nej", "certificate truckcertifikat-, certificate ADR-"),
    ("fransk eller tysk ud over dansk", "language fransk!, language tysk!, language dansk!"),
    ("Kørekort B og trailer", "driving_licence B/E!"),
    # who is turned away
    ("Vi tager desværre ikke ufaglærte", "education erhvervsuddannelse!"),
    ("ufaglærte må ikke søge", "education erhvervsuddannelse!"),
    ("ufaglært gør ikke noget", "education erhvervsuddannelse-"),
    # categories by their letter
    ("Vi søger folk m. kat. D", "driving_licence D!"),
    ("4 drivers, category B for at least 2 years", "driving_licence B!"),
    # what stands in brackets stays there
    ("kørekort b (c stort plus), dansk", "driving_licence B!, driving_licence C?, language dansk!"),
    ("stilladsbevis (10 dages?) ønskeligt", "certificate stilladsopstillercertifikat?"),
    # certificates in a process named before or after its word
    ("TIG/MIG certifikat i rustfri", "certificate svejsecertifikat TIG!, certificate svejsecertifikat MAG!"),
    # what others speak
    ("Polsktalende formand og engelsktalende kunder", ""),
    ("Vi søger engelsktalende medarbejdere", "language engelsk B1!"),
    # ages
    ("Aldersgrænse 18 pga alkohol", "age minimumsalder 18!"),
    ("studerende over 18 med åbningsvagter", "age minimumsalder 18!"),
    ("Aspirant: 21 år, straffri", "age minimumsalder 21!, criminal_record straffeattest!"),
    ("da vi ikke har biler nok", ""),
    # "el" for electricity ends a sentence
    ("gerne vvs eller el. Kørekort B.", "driving_licence B!"),
    # what a clause behind the comma takes instead is not waived with what stands before it
    ("dansk ikke et krav, engelsk eller tysk", "language dansk-, language engelsk!, language tysk!"),
    ("Vi havde krav om truck", "certificate truckcertifikat-"),
    # short forms of languages and attests
    ("eng/da/pol", "language engelsk!, language dansk!, language polsk!"),
    ("taler eng el da", "language engelsk B1!, language dansk B1!"),
    ("straffe+børne", "criminal_record straffeattest!, criminal_record børneattest!"),
    ("dansk flyd", "language dansk C1!"),
    # a remark in brackets is about what stands before it
    ("vi bruger Nexus (kendskab er fint, men ingen betingelse)", "skill Nexus?"),
    # what is not needed is what stands behind
    # headings of forms, with and without a colon
    ("Kan-krav: hygiejnebevis, truck", "certificate hygiejnebevis?, certificate truckcertifikat?"),
    ("Faglige krav\n* HD(R) eller tilsvarende\n* Excel\n", "education HD!, skill Excel!"),
    ("Det er en fordel, men ikke et krav\n* SAP\n* ADR\n", "skill SAP?, certificate ADR?"),
    ("UDDANNELSE: Truckcertifikat\nCERTIFIKAT: Kran kun hvis haves", "certificate truckcertifikat!"),
    # others speak it
    ("Svensk taler de andre, kun dansk er nødvendigt", "language dansk!"),
    ("Din makker er som regel polsk", ""),
    ("vaccination skal være dokumenteret", ""),
    # a heading opens no clause
    ("Om dig: Du er uddannet tømrer eller noget, der ligner, og du må gerne ryge", "education tømrer!"),
    # fragments of a note
    ("sikkerhedssko str 42. straffe. engelsk nok", "criminal_record straffeattest!, language engelsk!"),
    ("motorsav kort", "certificate motorsavskursus!"),
    ("B. 18 or older", "driving_licence B!, age minimumsalder 18!"),
    ("Tysk ville være en glasur", "language tysk?"),
    ("du kan spise gratis i kantinen", ""),
    ("fyldt 21, for det siger forsikringen", "age minimumsalder 21!"),
    ("hollandsk/tysk mandskab", ""),
    # a comparison's words name no experience
    ("Uddannelse er mindre vigtig end erfaring", "experience erfaring!"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HEARD)
def test_one_word_more_decides_what_is_asked_for(text: str, expected: str) -> None:
    found = demands(text)
    wanted = set(expected.split(", ")) if expected else set()
    assert wanted <= set(found)
    assert {one for one in found if one.endswith("!")} <= wanted


def test_the_reach_of_a_crane_is_no_working_week() -> None:
    assert read("Kranbevis over 8 t/m en stor fordel").terms.hours_per_week is None


@pytest.mark.parametrize(
    ("text", "shifts"),
    [
        ("dag+ hver 2. weekend", ("dag", "weekend")),
        ("fre-søn aften", ("aften", "weekend")),
        ("tors+fre aften", ("aften",)),
        ("lør+søn 5.30-13", ("dag", "weekend")),
    ],
)
def test_shifts_stand_beside_their_days(text: str, shifts: tuple[str, ...]) -> None:
    assert read(text).terms.shifts == shifts


def test_two_or_more_years_are_two_and_professional_says_nothing() -> None:
    assert demands("Two or more years of professional experience") == {"experience erfaring 2!"}


@pytest.mark.parametrize(
    "text", ["2 års erfaring fra akut, intensiv", "akut erfaring mindst to år", "erfaring fra akut/medicinsk afdeling"]
)
def test_acute_care_is_no_start(text: str) -> None:
    assert read(text).terms.start is None
