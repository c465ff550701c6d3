"""What is said of a demand in words put together from parts: of every kind of demand it means the same."""

import pytest

from tests.taxonomy.reading.composed_frames import demanded, waived, wished
from tests.taxonomy.reading.mood_frames import filled
from tests.taxonomy.reading.small_catalog import mood, read

pytestmark = pytest.mark.long

# One of each kind, as people name it; the key that is read.
KINDS = {
    "kørekort B": "B", "truckcertifikat B": "truckcertifikat B", "egen bil": "egen bil", "Excel": "Excel",
    "dansk på B1-niveau": "dansk", "erfaring med Navision": "Navision", "læreruddannelse": "lærer",
    "autorisation som sygeplejerske": "sygeplejerske", "svejsning": "svejsning", "kendskab til SAP": "SAP",
}  # fmt: skip


@pytest.mark.parametrize("thing", KINDS)
def test_what_is_denied_is_demanded_of_nobody(thing: str) -> None:
    wrong = [frame for frame in waived() if mood(filled(frame, thing), KINDS[thing]) != "none"]
    assert wrong == []


@pytest.mark.parametrize("thing", KINDS)
def test_what_is_wished_for_is_no_duty(thing: str) -> None:
    assert [frame for frame in wished() if mood(filled(frame, thing), KINDS[thing]) != "soft"] == []


@pytest.mark.parametrize("thing", KINDS)
def test_what_is_demanded_is_a_duty(thing: str) -> None:
    assert [frame for frame in demanded() if mood(filled(frame, thing), KINDS[thing]) != "hard"] == []


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("AB18, dalux. e-conomic superbruger!!", {"AB 18", "Dalux", "e-conomic"}),  # notes
        ("Vi bruger Excel og SAP hver dag.", set()),
        ("Ren straffe- og børneattest kræves.", {"straffeattest", "børneattest"}),
        ("Vi søger en glad kollega med klatrecertifikat. Knivslibercertifikatet kræves.", {"klatrecertifikat",
         "knivslibercertifikat"}),
        ("Ingeniør eller tilsvarende.", {"diplomingeniør"}),
        ("Vi søger en elektriker eller mekaniker.", set()),
        ("Hvad kræver vi? Kørekort B. Hvad kræver vi ikke? Truckcertifikat.", {"B"}),
        ("Uddannelse er ikke et krav, men hygiejnebevis er.", {"hygiejnebevis"}),
        ("GDPR training is given. Security clearance is arranged by us.", set()),
    ],
)  # fmt: skip
def test_what_a_text_asks_for(text: str, asked: set[str]) -> None:
    assert {one.key for one in read(text).requirements} == asked
