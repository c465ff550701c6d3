"""What callers say of a demand, as it is typed: none that is denied is demanded, of whatever kind it is."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, mood
from tests.taxonomy.reading.spoken_frames import HARD, SOFT, WAIVED

pytestmark = pytest.mark.long

THINGS = {
    "truckcertifikat B": "truckcertifikat B", "kørekort B": "B", "Excel": "Excel", "uddannelse som tømrer": "tømrer",
    "svensk": "svensk",
}  # fmt: skip
OPENINGS = ("", "Vi søger en frisk kollega. ")


def wrong(frames: tuple[str, ...], thing: str, meant: str) -> list[str]:
    texts = [opening + frame.replace("{x}", thing) for opening in OPENINGS for frame in frames]
    return [text for text in texts if mood(text, THINGS[thing]) != meant]


@pytest.mark.parametrize("thing", THINGS)
def test_what_callers_deny_is_demanded_of_nobody(thing: str) -> None:
    assert wrong(WAIVED, thing, "none") == []


@pytest.mark.parametrize("thing", THINGS)
def test_what_callers_demand_is_a_duty(thing: str) -> None:
    assert wrong(HARD, thing, "hard") == []


@pytest.mark.parametrize("thing", THINGS)
def test_what_callers_would_like_is_a_wish(thing: str) -> None:
    assert wrong(SOFT, thing, "soft") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # short forms
        ("straffeatt. indhentes", {"criminal_record straffeattest!"}),
        ("varmt arb. kan tages hos dem", {"certificate varmt arbejde-"}),
        ("vejen som arb.plads et krav", {"certificate vejen som arbejdsplads!"}),
        ("sprøjtecert er et plus", {"certificate sprøjtecertifikat?"}),
        ("3 års indkøbserf. minimum", {"experience indkøb 3!"}),
        ("fyldt 18. ingen truck", {"age minimumsalder 18!", "certificate truckcertifikat-"}),
        ("krav: 18 år, B, straffeattest", {"age minimumsalder 18!", "driving_licence B!",
         "criminal_record straffeattest!"}),
        ("B i mindst 2 år", {"driving_licence B!"}),
        ("C1 eller C", {"driving_licence C1!", "driving_licence C!"}),
        # experience
        ("har solgt sko før", {"experience salg!"}),
        ("Har behandlet byggesager i mindst to år", {"experience Byggesagsbehandling 2!"}),
        ("Ledererfaring min. 3 år", {"experience ledelse 3!"}),
        ("Vi mangler en leder med erfaring fra detail", {"experience butiksdrift!"}),
        ("Du har erfaring med salg, gerne fra møbelbranchen", {"experience salg!", "experience møbelbranchen?"}),
        ("Har du været i bank før, er det fint", {"experience bank?"}),
        ("Rutineret bruger af Excel", {"skill Excel!"}),
        # languages
        ("Dansk nok til at læse en seddel", {"language dansk!"}),
        ("engelsk til telefonen", {"language engelsk!"}),
        ("taler polsk", {"language polsk B1!"}),
        ("Sprog: dansk eller polsk", {"language dansk!", "language polsk!"}),
        ("Dansk eller tysk på forretningsniveau", {"language dansk C1!", "language tysk C1!"}),
        ("Skal kunne læse en køreseddel på dansk", {"language dansk!"}),
        # ages and short forms with full stops
        ("18 år pga. lukkevagter", {"age minimumsalder 18!"}),
        ("Cand.merc.aud. kommer senere", {"education cand.merc.aud.-"}),
        ("Uddannet lastvogns- eller landbrugsmaskinmekaniker",
         {"education lastvognsmekaniker!", "education landbrugsmaskinmekaniker!"}),
        ("Svensk eller norsk autorisation", set()),
        # what is said of it
        ("ikke nødv. udlært. kørekort B ja", {"driving_licence B!", "education erhvervsuddannelse-"}),
        ("ADR-kursus er en god ting, men det kommer du alligevel på", {"certificate ADR-"}),
        ("Truck er ude af billedet", {"certificate truckcertifikat-"}),
        ("Kørekort bliver en gammel ven", set()),
        ("Har du kørekort, kan du komme med på messe", {"driving_licence B?"}),
        ("Vi bruger GIS, og det er en fordel, hvis du har prøvet det", {"skill GIS?"}),
        ("Udlært skorstensfejer", {"education skorstensfejer!"}),
        ("Du er faglært, fx tømrer eller elektriker", {"education erhvervsuddannelse!"}),
        ("smed m. svendebrev", {"education smed!"}),
        ("Cura eller andet omsorgssystem er et krav", {"skill Cura!"}),
    ],
)  # fmt: skip
def test_notes_are_read_as_they_are_typed(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("CIP skal man kende", {"skill CIP!"}),
        ("Kontoret har 20+ medarbejdere", set()),
        ("Vi søger dig, der er uddannet i Danmark", set()),
        ("Kørekort skal man. Dansk gerne", {"driving_licence B!", "language dansk?"}),
        ("Kan du klippe en film?", {"skill videoredigering?"}),
    ],
)
def test_what_an_advertisement_tells_of_the_place_is_no_demand(text: str, found: set[str]) -> None:
    assert demands(text) == found
