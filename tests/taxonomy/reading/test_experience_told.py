"""Experience asked for without its word, and what it is in by the text's own words."""

import pytest

from tests.taxonomy.reading.small_catalog import demands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("har solgt tøj i mindst et år", {"experience tøj og mode 1!"}),
        ("har man været i bank er det fint", {"experience bank?"}),
        ("skal have siddet på et kontor hvor det gik stærkt", {"experience kontor!"}),
        ("Man skal have været leder før", {"experience ledelse!"}),
        ("Du har truckcertifikat og har kørt reachtruck i mindst et halvt år",
         {"certificate truckcertifikat!", "experience reachtruck!"}),
        ("Du har administreret lejeboliger før", {"experience boligadministration!"}),
        ("vi søger en, der har ledet andre", {"experience ledelse!"}),
        ("Rykkere og inkasso skal de have siddet med", {"experience debitorstyring!", "experience inkasso!"}),
        ("Har arbejdet med demens før, mindst 2 år", {"experience demens 2!"}),
        ("Min. 6 mdr. på terminal", {"experience terminalarbejde!"}),
        ("Har du selv skruet i landbrugsmaskiner, er du langt foran de andre",
         {"experience landbrugsmaskiner reparation?"}),
        ("mange år i kød", {"experience kødskæring!"}),
        ("vant til tage", {"experience tagdækning!"}),
        ("Du skal have prøvet at stå i butik", {"experience butiksdrift!"}),
        ("Du har været ansat i en kommune", {"experience kommune!"}),
        ("Du har en baggrund fra detail", {"experience butiksdrift!"}),
        ("Du har en baggrund inden for rengøring", {"experience rengøring!"}),
        ("Du har solid erfaring i bagagen fra salg", {"experience salg!"}),
        ("mindst 3 års erhvervserfaring fra lager er et krav", {"experience lager 3!"}),
        ("Du har muligvis arbejdet med salg tidligere", {"experience salg?"}),
        # what was done stands first, and what somebody has been
        ("fjernvarmeunits har han gerne prøvet", {"experience fjernvarme?"}),
        ("donortapning må hun gerne have prøvet", {"experience donortapning?"}),
        ("har du været bogholder, er det et plus", {"experience bogholder?"}),
        ("en assistent, der kender psykiatri, eller som har arbejdet med misbrug", {"experience misbrug!"}),
        ("vant til hjemmeplejen", {"experience hjemmepleje!"}),
        ("De skal være rutinerede truckførere med B-certifikat",
         {"experience truckfører!", "certificate truckcertifikat B!"}),
        ("Nogle års praksis fra hjemmeplejen er et krav", {"experience hjemmepleje!"}),
        ("Erfaring fra rengøring eller landbrug er et krav", {"experience rengøring!", "experience landbrug!"}),
        ("Erfaring: servicearbejde i private hjem, min. 2 år", {"experience servicearbejde!"}),
        ("Erfaring: ikke nødvendig", {"experience erfaring-"}),
        ("Du har arbejdet med salg, hvilket er en fordel", {"experience salg?"}),
        # the text's own words
        ("Erfaring fra en kommune er et krav", {"experience kommune!"}),
        ("Erfaring med elever med ordblindhed er en gevinst", {"experience ordblindeundervisning?"}),
        ("erfaring fra café ville være skønt", {"experience café?"}),
        # what others have done, and what is denied
        ("Vi har solgt sko i 40 år", {"skill salg-"}),
        ("kunder, der har købt biler, ringer til os", set()),
        ("Du skal ikke have undervist før", {"experience undervisning-"}),
        ("Vi har haft vikarer på kontoret", set()),
        ("vant til højder", set()),
        ("Du kommer fra Polen", set()),
        ("Vi søger dig over 25 år med ren straffeattest", {"age minimumsalder 25!", "criminal_record straffeattest!"}),
    ],
)  # fmt: skip
def test_what_somebody_must_have_done_is_experience(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # the person who is sought
        ("Du er bibliotekar, lærer eller noget helt tredje", {"education bibliotekar!", "education lærer!"}),
        ("konstruktør, 5+ år", {"education bygningskonstruktør!", "experience erfaring 5!"}),
        ("svend el. 4-5 år i faget", {"education erhvervsuddannelse!", "experience erfaring 4!"}),
        ("Du kan opmærke, skifte værktøj og måle med mikrometer", {"skill værktøjsskift!", "skill måleværktøj!"}),
        ("skal kunne udbene", {"skill udbening!"}),
        ("CTS hvis vi er heldige", {"skill CTS?"}),
        # colleagues, clients and the house
        ("polakker ok, værkføreren kan polsk", set()),
        ("De andre vagter har kørekort", set()),
        ("Du kører med en kollega, som har kørekort C", set()),
        ("Du hjælper studerende, og du samarbejder med sagsbehandlere", set()),
        ("Du kan både filme, klippe en video og skrive en tekst",
         {"skill filmoptagelse!", "skill videoredigering!", "skill tekstforfatning!"}),
    ],
)  # fmt: skip
def test_who_has_it_decides_whether_it_is_asked_for(text: str, found: set[str]) -> None:
    assert {mark for mark in demands(text) if not mark.endswith("-")} == found
