"""What the running text of a CV names and holds, lacks, or neither: a paper wished for or under way is no proof."""

import pytest

from taxonomy.reading import read_cv
from taxonomy.reading.findings import RequirementKind
from tests.taxonomy.reading.small_catalog import CATALOG

HELD = [
    ("Der står ikke noget i min straffeattest.", "straffeattest"),
    ("Jeg har haft kørekort i 12 år, men mangler bil.", "B"),
    ("Har kørekort i 6 år, men mangler kurset til førerkortet.", "B"),
    ("Jeg har ingen papirer ud over et truckcertifikat B.", "truckcertifikat B"),
    ("Ingen kurser bortset fra kørekort B og hygiejnebevis.", "hygiejnebevis"),
    ("Der er intet på min straffeattest.", "straffeattest"),
    ("Straffeattest uden anmærkninger.", "straffeattest"),
    ("I have never had a criminal record.", "straffeattest"),
    ("Sidder ikke stille: kører truck med certifikat B.", "truckcertifikat B"),
    ("Udlært maler.", "maler"),
    ("Kørekort C/E siden 2010.", "C/E"),
    ("Truckcertifikat B, ADR og hygiejnebevis.", "ADR"),
    ("Reachtruck og stabler, certifikat B.", "truckcertifikat B"),
    ("Kørekort B og truck.", "truckcertifikat"),
    ("Har bestået 9. klasse.", "folkeskolens afgangseksamen"),
    ("Jeg blev færdig som pædagog, uddannet pædagog 2015.", "pædagog"),
    ("Jeg har kørekort B, og mangler ikke bil.", "B"),
    ("Mine beviser er i orden: hygiejnebevis og ADR.", "hygiejnebevis"),
    ("Truckcertifikat har jeg, bil har jeg ikke.", "truckcertifikat"),
    ("Ikke uden kørekort C: det fik jeg i 2019.", "C"),
]
NEITHER = [
    ("Straffeattest er bestilt.", "straffeattest"),
    ("Uddannelse: pædagog, i gang.", "pædagog"),
    ("Status: autorisation som SSA er søgt.", "social- og sundhedsassistent"),
    ("Vil have truckcertifikat B, hvis nogen betaler.", "truckcertifikat B"),
    ("Vil have C/E betalt.", "C/E"),
    ("Kunne godt tage ADR.", "ADR"),
    ("Skal på hygiejnekursus i marts.", "hygiejnebevis"),
    ("Jeg ved godt, at jeg skal på kursus til ADR.", "ADR"),
    ("Er på venteliste til grundforløb 2.", "grundforløb 2"),
    ("Er optaget på grundforløb 2 fra januar.", "grundforløb 2"),
    ("Grundforløb 2 er jeg indstillet på at tage.", "grundforløb 2"),
    ("Søger ind på pædagoguddannelsen til sommer.", "pædagog"),
    ("Tog de første to år af sygeplejerskeuddannelsen, men måtte stoppe.", "sygeplejerske"),
    ("Jeg vil op i en tårnkran en dag.", "krancertifikat B"),
    ("Kan signalere en kran, men har aldrig siddet i en.", "krancertifikat"),
    ("Jeg bandt en krans til hver begravelse.", "krancertifikat"),
    ("Kan få medicinkursus.", "medicinkursus"),
    ("Kan få ADR gennem a-kassen.", "ADR"),
    ("Truckcertifikat, hvis det bliver betalt.", "truckcertifikat"),
    ("Gerne ud i kommunen, hvis sundhedsplejerskeuddannelsen kan betales.", "sundhedsplejerske"),
    ("Jeg er pedel på et gymnasium.", "gymnasial uddannelse"),
    ("Søger et vikariat i en folkeskole.", "folkeskolens afgangseksamen"),
    ("Har undervist et år på gymnasiet.", "gymnasial uddannelse"),
    ("Jeg går i 9. klasse.", "folkeskolens afgangseksamen"),
    ("Læser hf om aftenen.", "gymnasial uddannelse"),
    ("Har snakket med AMU om et hold.", "AMU-kursus"),
    ("Jeg bruger lift i plejen hver dag.", "liftcertifikat"),
    ("Har kørt lift privat.", "liftcertifikat"),
    ("Truckcertifikat er jeg tilmeldt til april.", "truckcertifikat"),
    ("Stillads har jeg stået på hele livet.", "stilladsopstillercertifikat"),
    ("Vil op i mobilkran.", "krancertifikat A"),
    ("Ingen kandidatgrad, men har hjulpet kandidaterne.", "cand."),
]
DENIED = [
    ("Har alle papirer undtagen ADR.", "ADR"),
    ("Papirer: truckcertifikat, udløbet.", "truckcertifikat"),
    ("Har ikke en ren straffeattest.", "straffeattest"),
    ("Ikke faglært, men har oplært to.", "erhvervsuddannelse"),
    ("Hjælper, ikke udlært.", "erhvervsuddannelse"),
    ("Bagersvend er jeg altså ikke.", "bager"),
    ("Har kørt gaffeltruck i årevis uden at have certifikat.", "truckcertifikat"),
    ("Truck har jeg kørt, bevis mangler.", "truckcertifikat"),
    ("Kørekortet dumpede jeg.", "B"),
    ("Måtte aflevere mit kørekort.", "B"),
    ("Mit kørekort mangler.", "B"),
    ("Har hverken kørekort eller truckcertifikat.", "truckcertifikat"),
    ("Min ADR udløb i 2022.", "ADR"),
]


def _keys(text: str) -> tuple[set[str], set[str]]:
    reading = read_cv(headline="", text=text, catalog=CATALOG)
    held, denied = (
        {found.key for found in some if found.kind not in {RequirementKind.EXPERIENCE, RequirementKind.SKILL}}
        for some in (reading.held, reading.denied)
    )
    return held, denied


@pytest.mark.parametrize(("text", "key"), HELD)
def test_what_the_writer_holds_is_held_and_not_denied(text: str, key: str) -> None:
    held, denied = _keys(text)
    assert key in held
    assert key not in denied


@pytest.mark.parametrize(("text", "key"), NEITHER)
def test_what_is_wished_for_under_way_or_somebody_else_s_is_not_held(text: str, key: str) -> None:
    held, denied = _keys(text)
    assert key not in held
    assert key not in denied


@pytest.mark.parametrize(("text", "key"), DENIED)
def test_what_the_writer_says_is_lacking_is_denied_and_not_held(text: str, key: str) -> None:
    held, denied = _keys(text)
    assert key not in held
    assert key in denied
