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
        ("selv kørt lastbil = stort +", {"experience kørsel med lastbil?"}),
        ("vi søger en, der har ledet andre", {"experience ledelse?"}),
        ("donortapning må hun gerne have prøvet", {"experience donortapning?"}),
        ("Har du selv skruet i landbrugsmaskiner, er du langt foran de andre",
         {"experience landbrugsmaskiner reparation?"}),
        ("mange år i kød", {"experience kødskæring!"}),
        ("vant til tage", {"experience tagdækning?"}),
        # the text's own words
        ("Erfaring fra en kommune er et krav", {"experience kommune!"}),
        ("Erfaring med elever med ordblindhed er en gevinst", {"experience ordblindeundervisning?"}),
        ("erfaring fra café ville være skønt", {"experience café?"}),
        # what others have done, and what is denied
        ("Vi har solgt sko i 40 år", {"skill salg-"}),
        ("kunder, der har købt biler, ringer til os", set()),
        ("Du skal ikke have undervist før", {"experience undervisning-"}),
        ("Vi har haft vikarer i skolen", set()),
        ("vant til højder", set()),
        ("Vi søger dig over 25 år med ren straffeattest", {"age minimumsalder 25!", "criminal_record straffeattest!"}),
    ],
)  # fmt: skip
def test_what_somebody_must_have_done_is_experience(text: str, found: set[str]) -> None:
    assert demands(text) == found
