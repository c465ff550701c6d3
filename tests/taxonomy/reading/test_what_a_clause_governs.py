"""What a clause says of whatever stands in it: conditions, notes set against a wish, what the person does."""

import pytest

from tests.taxonomy.reading.small_catalog import demands


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a condition with its main clause behind it is a wish, in whatever words; what the job hangs on is demanded
        ("Taler du engelsk, jubler hele holdet.", {"language engelsk B1?"}),
        ("Har du kørekort, sparer det os for taxaer.", {"driving_licence B?"}),
        ("Har du kørekort, så ring i dag.", {"driving_licence B!"}),
        ("Dansk, gerne engelsk.", {"language dansk!", "language engelsk?"}),
        # what opens the next note wishes for that alone; each of several may be followed by what is said of it
        ("dansk gerne engelsk", {"language dansk!", "language engelsk?"}),
        ("foruden kørekort B også gerne C", {"driving_licence B!", "driving_licence C?"}),
        ("min 5 år på bagen helst fra renovering", {"experience erfaring 5!", "skill renovering?"}),
        ("truck krav kran gerne", {"certificate truckcertifikat!", "certificate krancertifikat?"}),
        ("truck gerne kran gerne", {"certificate truckcertifikat?", "certificate krancertifikat?"}),
        # what is not needed has a name of its own, if one that nobody knows
        ("Du skal kunne svejse, men certifikat er ikke nødvendigt.", {"skill svejsning!"}),
        # a heading in a line holds for the notes behind it
        ("Ønsker: kørekort B. Truckcertifikat. Dansk.",
         {"driving_licence B?", "certificate truckcertifikat?", "language dansk?"}),
        ("Det er ikke et krav: Excel. SAP.", set()),
        ("Du får: firmabil; truckkursus; pension. Du har: kørekort B; dansk.",
         {"driving_licence B!", "language dansk!"}),
        ("Gerne: kørekort B. Du taler dansk.", {"driving_licence B?", "language dansk B1!"}),
        # a list of what experience is in, closed by its last; nouns that nobody listed as alternatives and branches
        ("erfaring med salg, indkøb og logistik",
         {"experience salg!", "experience indkøb!", "experience logistik!"}),
        ("erfaring fra butik, kantine og rengøring",
         {"experience butiksdrift!", "experience kantine!", "experience rengøring!"}),
        ("erfaring fra miljølaboratorium eller fødevarelaboratorium",
         {"experience miljølaboratorium!", "experience fødevarelaboratorium!"}),
        ("erfaring med salg, overblik og godt humør", {"experience salg!"}),
        ("Erfaring med salg, gerne fra elektronik eller telebranchen",
         {"experience salg!", "experience elektronik?", "experience telebranchen?"}),
        # what holds if they have it
        ("F-gas kat 1 hvis han har det", {"certificate kølecertifikat?"}),
        ("Kørekort B er nødvendigt, hvis du har natvagt.", {"driving_licence B!"}),
        # who is turned away need not be trained after all
        ("Ufaglærte kan vi desværre ikke bruge.", {"education erhvervsuddannelse!"}),
        ("Ufaglærte kan godt bruges.", set()),
        # what is spoken by those whom one works with or for
        ("En del borgere taler somali eller arabisk.", set()),
        ("Ejer taler mest arabisk.", set()),
        ("Mange kunder taler engelsk, og det skal du også kunne.", {"language engelsk B1!"}),
        # what the person does in a language
        ("Du begår dig på engelsk og enten tysk eller polsk.",
         {"language engelsk!", "language tysk!", "language polsk!"}),
        ("Af sprog er engelsk et krav.", {"language engelsk!"}),
        ("Fransk kan komme dig til gode.", {"language fransk?"}),
        # a denial before which nothing stands
        ("Hos os behøver du ikke have kørekort.", set()),
        # a reason is no part of the clause
        # one licence word is one card, and any of several educations will do
        ("Du har stort kørekort til bus.", {"driving_licence D!"}),
        ("Du er PAU'er eller pædagog.", {"education pædagogisk assistent!", "education pædagog!"}),
        ("receptionserfaring min 1 år", {"experience reception 1!"}),
    ],
)  # fmt: skip
def test_a_clause_says_how_what_it_names_is_meant(text: str, found: set[str]) -> None:
    assert {mark for mark in demands(text) if not mark.endswith("-")} == found
