"""What an order asks for, and how it is meant."""

import pytest

from tests.taxonomy.reading.small_catalog import demands, read

IN_TEXT = [
    # licences
    ("Kørekort B er et krav.", "driving_licence B!"),
    ("Chauffør med C/E søges", "driving_licence C/E!"),
    ("2 chf m. ce til fast rute", "driving_licence C/E!"),
    ("stort kørekort", "driving_licence C!"),
    ("Du skal have kørekort kat. C", "driving_licence C!"),
    ("C-kørekort", "driving_licence C!"),
    ("B-kort", "driving_licence B!"),
    ("kørekort", "driving_licence B!"),
    ("kørekort til traktor", "driving_licence TM!"),
    ("driving licence B required", "driving_licence B!"),
    ("cykel eller kørekort", "driving_licence B?"),
    ("egen bil/knallert/cykel", "own_car egen bil?"),
    ("buskørekort", "driving_licence D!"),
    ("trailerkort gerne", "driving_licence B/E?"),
    # certificates
    ("truckcert B et krav", "certificate truckcertifikat B!"),
    ("Du har truckcertifikat", "certificate truckcertifikat!"),
    ("Skal have kørt truck, B-bevis", "certificate truckcertifikat B!"),
    ("truckcertifkat B kræves", "certificate truckcertifikat B!"),
    ("ADR er en fordel", "certificate ADR?"),
    ("EU-bevis skal være gyldigt", "certificate chaufføruddannelsesbevis!"),
    ("Hygiejnebevis er nødvendigt", "certificate hygiejnebevis!"),
    ("hygienebevis kræves", "certificate hygiejnebevis!"),
    ("vejen som arbejdsplads er et must", "certificate vejen som arbejdsplads!"),
    ("§26 kræves", "certificate svejsekursus §26!"),
    ("epoxy-bevis skal haves", "certificate epoxykursus!"),
    ("Vagtkort er et krav", "certificate vagtuddannelse!"),
    ("gerne førstehjælp", "certificate førstehjælpsbevis?"),
    ("varmt arbejde", "certificate varmt arbejde!"),
    ("svejsecertifikat TIG", "certificate svejsecertifikat TIG!"),
    # waived
    ("Intet krav om kørekort.", "driving_licence B-"),
    ("Kørekort er ikke nødvendigt.", "driving_licence B-"),
    ("Der stilles ikke krav om truckcertifikat", "certificate truckcertifikat-"),
    ("Hygiejnebevis tager vi i huset", "certificate hygiejnebevis-"),
    ("Vi betaler truckcertifikat", "certificate truckcertifikat-"),
    ("Ufaglært er fint", "education erhvervsuddannelse-"),
    ("Uden erfaring ok", "experience erfaring-"),
    ("Ingen erfaring nødvendig, vi lærer dig op", "experience erfaring-"),
    ("så kørekort er lige meget", "driving_licence B-"),
    ("No Danish needed", "language dansk-"),
    # languages
    ("Dansk på B1 er et krav", "language dansk B1!"),
    ("Du taler flydende dansk", "language dansk C1!"),
    ("kan begå sig på dansk", "language dansk B1!"),
    ("taler og forstår dansk", "language dansk B1!"),
    ("skriver fejlfrit dansk", "language dansk C1!"),
    ("dansk i skrift og tale", "language dansk B2!"),
    ("Gerne lidt engelsk", "language engelsk A2?"),
    ("dansk gerne", "language dansk?"),
    ("engelsk på højt niveau", "language engelsk C1!"),
    ("fluent English required", "language engelsk C1!"),
    ("dansktalende", "language dansk B1!"),
    ("tysk er en fordel", "language tysk?"),
    # education and authorisation
    ("uddannet pædagog", "education pædagog!"),
    ("Du er uddannet social- og sundhedshjælper", "education social- og sundhedshjælper!"),
    ("faglært elektriker kræves", "education elektriker!"),
    ("autoriseret sygeplejerske", "authorisation sygeplejerske!"),
    ("Autorisation som SSA", "authorisation social- og sundhedsassistent!"),
    ("svendebrev er et krav", "education erhvervsuddannelse!"),
    ("Ikke allerede uddannet pædagog", "education pædagogx"),
    ("de vil IKKE have en uddannet pædagog", "education pædagogx"),
    ("Du må ikke have en faglært uddannelse", "education erhvervsuddannelsex"),
    # experience, age, record, car
    ("mindst 2 års erfaring som kok", "experience kok 2!"),
    ("2-3 års erfaring med Excel er et krav", "experience Excel 2!"),
    ("gerne erfaring med håndscanner", "experience håndscanner?"),
    ("tre års erfaring", "experience erfaring 3!"),
    ("four years of experience", "experience erfaring 4!"),
    ("køkkenerfaring er en fordel", "experience køkken?"),
    ("Du skal være fyldt 18 år", "age minimumsalder 18!"),
    ("18+", "age minimumsalder 18!"),
    ("over 18 år", "age minimumsalder 18!"),
    ("Må ikke være under 25 år", "age minimumsalder 25!"),
    ("Ikke for folk der taler flydende dansk", "language dansk C1-"),
    ("Ikke til en der er uddannet frisør", "education frisørx"),
    ("unge under 18 år", "age maksimumsalder 17!"),
    ("Ren straffeattest", "criminal_record straffeattest!"),
    ("Børneattest indhentes", "criminal_record børneattest!"),
    ("egen bil er nødvendig", "own_car egen bil!"),
    ("råder over egen bil", "own_car egen bil!"),
    # skills
    ("gerne Navision", "skill Navision?"),
    ("Du har kendskab til SAP", "skill SAP!"),
    ("Nexus skal haves", "skill Nexus!"),
    ("Gerne erfaren i pluk og pak", "experience pluk og pak?"),
    ("vant til pluk og pak", "experience pluk og pak!"),
    ("e-conomic er et plus", "skill e-conomic?"),
]


@pytest.mark.parametrize(("text", "demand"), IN_TEXT)
def test_running_text_says_what_is_asked_for_and_how_it_is_meant(text: str, demand: str) -> None:
    assert demand in demands(text)


LISTED = [
    ("truckcertifikat B", {"certificate truckcertifikat B!"}),
    ("C eller C/E", {"driving_licence C!", "driving_licence C/E!"}),
    ("kørekort B, C og C/E", {"driving_licence B!", "driving_licence C!", "driving_licence C/E!"}),
    ("dansk på B1", {"language dansk B1!"}),
    ("dansk", {"language dansk!"}),
    ("dansk og engelsk", {"language dansk!", "language engelsk!"}),
    ("English A2 or Polish", {"language engelsk A2!", "language polsk!"}),
    ("dansk (B2)", {"language dansk B2!"}),
    ("uddannet kok", {"education kok!"}),
    ("SSA eller SSH", {"education social- og sundhedsassistent!", "education social- og sundhedshjælper!"}),
    ("dansk autorisation som sygeplejerske", {"authorisation sygeplejerske!"}),
    ("fyldt 18", {"age minimumsalder 18!"}),
    ("15-17 år", {"age minimumsalder 15!", "age maksimumsalder 17!"}),
    ("kørekort B og egen bil", {"driving_licence B!", "own_car egen bil!"}),
    ("gerne kørekort", {"driving_licence B?"}),
    ("ikke krav om kørekort", {"driving_licence B-"}),
    ("ikke udlært", {"education erhvervsuddannelsex"}),
    ("serviceminded", set()),
    ("erfaring med demens", {"experience demens!"}),
    ("word og excel", {"skill Word!", "skill Excel!"}),
    ("faglært elektriker", {"education elektriker!"}),
    ("mødestabil", set()),
    ("skal have løn", set()),
]


@pytest.mark.parametrize(("text", "found"), LISTED)
def test_a_must_have_is_hard_unless_its_own_words_say_otherwise(text: str, found: set[str]) -> None:
    assert demands(text, "must_have") == found


def test_a_nice_to_have_is_soft_even_with_a_duty_word() -> None:
    assert demands("du har truckcertifikat B", "nice_to_have") == {"certificate truckcertifikat B?"}


SEVERAL = [
    ("Kørekort B er et krav, ADR er en fordel.", {"driving_licence B!", "certificate ADR?"}),
    ("Krav: kørekort B, truckcertifikat B og hygiejnebevis", {
        "driving_licence B!", "certificate truckcertifikat B!", "certificate hygiejnebevis!"}),
    ("Gerne Excel, men dansk i skrift og tale er et krav", {"skill Excel?", "language dansk B2!"}),
    ("Du skal have C/E og gerne ADR", {"driving_licence C/E!", "certificate ADR?"}),
    ("Excel og Word er en fordel", {"skill Excel?", "skill Word?"}),
    ("Ikke krav om kørekort, men truckcertifikat B kræves", {"driving_licence B-", "certificate truckcertifikat B!"}),
    ("Kørekort er ikke et krav men en fordel", {"driving_licence B?"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), SEVERAL)
def test_each_demand_is_meant_as_its_own_clause_says(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "C eller C/E",
        "uddannet SSA/SSH",
        "uddannet hjælper eller assistent",
        "dansk, engelsk eller tysk",
        "SAP eller Navision",
        "erfaring fra hotel, restaurant eller kantine",
        "erfaring som kok eller tømrer",
        "uddannet tømrer eller mindst 5 års erfaring",
        "trained carpenter or equivalent experience",
    ],
)
def test_alternatives_share_a_group(text: str) -> None:
    found = read(text, "must_have").requirements
    assert len(found) > 1
    assert len({requirement.group for requirement in found}) == 1
    assert found[0].group is not None


def test_groups_of_different_fields_are_different() -> None:
    first = read("C eller C/E kræves. SAP eller Navision kræves.").requirements
    assert len({requirement.group for requirement in first}) == 2


def test_things_asked_for_together_are_no_alternatives() -> None:
    assert {requirement.group for requirement in read("dansk og engelsk", "must_have").requirements} == {None}


@pytest.mark.parametrize(
    "text",
    [
        "Dansk virksomhed i vækst",
        "Vi laver dansk/fransk mad",
        "Vi er 12 medarbejdere",
        "Ring på 12 34 56 78",
        "word of mouth",
    ],
)
def test_what_only_looks_like_a_demand_is_none(text: str) -> None:
    assert demands(text) == set()


def test_the_quote_is_the_text_s_own_words() -> None:
    requirement = read("Vi skal se truckcert B, tak").requirements[0]
    assert requirement.quote.text == "truckcert B"
    assert (requirement.quote.start, requirement.quote.end) == (11, 22)


ASKED = [
    ("Du plukker og pakker, og vi bruger Navision", set()),
    ("Kendskab til Navision", {"skill Navision!"}),
    ("Vi kræver ikke, at du er uddannet pædagog", {"education pædagog-"}),
    ("Det er ikke et krav, at du kan Navision", {"skill Navision-"}),
    ("Du er uddannet elektriker, har kørekort og kan Excel", {
        "education elektriker!", "driving_licence B!", "skill Excel!"}),
    ("Gerne faglært elektriker", {"education elektriker?"}),
    ("Kørekort B, gerne ADR", {"driving_licence B!", "certificate ADR?"}),
    ("Kørekort B, egen bil er ikke nødvendig", {"driving_licence B!", "own_car egen bil-"}),
    ("ADR (en fordel)", {"certificate ADR?"}),
    ("Dansk B1 er et krav, engelsk ligeledes", {"language dansk B1!", "language engelsk!"}),
    ("truck er et plus", {"certificate truckcertifikat?"}),
    ("Du kører truck hver dag", set()),
    ("krancert. A og truckcert B", {"certificate krancertifikat A!", "certificate truckcertifikat B!"}),
    ("Certifikat i TIG skal være gyldigt", {"certificate svejsecertifikat TIG!"}),
    ("min. 2 års erfaring", {"experience erfaring 2!"}),
    ("gerne min. 2 års erfaring", {"experience erfaring 2?"}),
    ("Sygeplejerske med dansk autorisation", {"authorisation sygeplejerske!"}),
    ("Svendebrev kræves. Du er udlært elektriker", {"education elektriker!"}),
    ("Kendskab til tinglysningsretten er et krav", {"skill tinglysningsretten!"}),
    ("Eget førerkort og kørekort C", {"certificate førerkort til takograf!", "driving_licence C!"}),
    ("D licence required", {"driving_licence D!"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "found"), ASKED)
def test_only_what_the_words_ask_for_is_a_demand(text: str, found: set[str]) -> None:
    assert demands(text) == found


@pytest.mark.parametrize(
    "text", ["Er du fyldt 25, får du voksenløn", "Elever over 25 er også velkomne", "Jeg er 34 år"]
)
def test_an_age_that_is_only_a_condition_is_no_demand(text: str) -> None:
    assert demands(text) == set()


@pytest.mark.parametrize("text", ["Børn under 18 kan ikke ansættes", "18 år, tak", "Alder: fyldt 18"])
def test_a_least_age_is_read_however_it_is_put(text: str) -> None:
    assert demands(text) == {"age minimumsalder 18!"}


def test_what_is_named_but_not_asked_for_is_kept_as_mentioned() -> None:
    assert [found.key for found in read("Vi bruger Navision").mentioned] == ["Navision"]


@pytest.mark.parametrize(("item", "key"), [("kendskab til Alfasystemet", "alfasystemet"), ("QPLEX", "qplex")])
def test_unknown_knowledge_in_a_list_keeps_its_own_words(item: str, key: str) -> None:
    assert demands(item, "must_have") == {f"skill {key}!"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Engelsk SKAL være godt.", {"language engelsk B2!"}),
        ("Dansk skal være modersmålsagtigt.", {"language dansk modersmål!"}),
        ("Du har godt humør og kan dansk.", {"language dansk!"}),
    ],
)
def test_a_language_that_is_demanded_is_one_whatever_its_level(text: str, found: set[str]) -> None:
    assert {one for one in demands(text) if one.startswith("language")} == found
