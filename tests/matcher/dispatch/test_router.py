"""Every order goes to exactly one owner, with a probability and with the words that decided."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.job_order import JobOrder, OrderType
from matcher.dispatch.evidence import EvidenceReader
from matcher.dispatch.route import Route
from matcher.dispatch.route_format import route_to_mapping
from matcher.dispatch.router import Router
from matcher.dispatch.weighing import load_routing_weights
from matcher.orders.profile import understand
from matcher.wording.language import Language
from taxonomy.catalog import Catalog
from taxonomy.reading.orders.correcting import Correction
from tests.factories import TODAY, job_order


def _route(router: Router, order: JobOrder) -> Route:
    return router.route(order, understand(order, router.reader.catalog), TODAY)


@pytest.mark.parametrize(
    ("title", "text", "trade", "department"),
    [
        ("Lagermedarbejder", "Du plukker varer.", "industri_lager_transport_service", "JKM"),
        ("Social- og sundhedshjælper", "Du hjælper de ældre i hjemmet.", "sosu", "JKS"),
        ("Bogholder", "Du fører kreditorer og bogfører.", "butik_handel_kontor", "JKN"),
        ("Sygeplejerske", "Du arbejder på afdelingen.", "mvu_lvu", "JKN"),
    ],
)
def test_an_order_goes_to_the_department_of_its_trade(
    router: Router, title: str, text: str, trade: str, department: str
) -> None:
    route = _route(router, job_order(title=title, text=text))

    assert (route.trade, route.department.key, route.needs_decision) == (trade, department, False)
    assert route.occupation is not None
    assert route.occupation.trade == trade


@pytest.mark.parametrize("kind", ["fleksjob", "skaanejob"])
def test_a_job_on_special_terms_goes_to_jsv_with_the_trade_kept(router: Router, kind: str) -> None:
    route = _route(router, job_order(order_type=kind))

    assert (route.department.key, route.trade) == ("JSV", "industri_lager_transport_service")
    assert any("JSV" in reason or "særlige vilkår" in reason for reason in route.reasons)


@pytest.mark.parametrize("kind", ["laereplads", "voksenlaerling"])
def test_an_apprentice_goes_to_the_department_of_the_trade_with_a_mark(router: Router, kind: str) -> None:
    route = _route(router, job_order(title="Tømrerlærling", text="Du lærer at bygge.", order_type=kind))

    assert (route.department.key, route.marks) == ("JKM", ("lærlingekontakt",))


def test_a_text_without_a_job_waits_for_kvs(router: Router) -> None:
    route = _route(router, job_order(title="Ring til mig", text="Vi tales ved på mandag."))

    assert (route.trade, route.department.key, route.needs_decision) == (None, "KVS", True)
    assert (route.confidence, route.occupation, route.alternatives) == (0.0, None, ())
    assert route.reasons


def test_a_task_is_a_job_that_no_title_names(router: Router) -> None:
    assert _route(router, job_order(title="2 piger til gøre rent", text="privathjem")).trade is not None


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sommervikar", "Gå med posten på Østerbro i juli"),
        ("Sommervikar til at gå med posten", "Cykel, 5 uger"),
        ("Ferieafløser", "dele breve ud på rute"),
    ],
)
def test_what_is_done_gives_a_lead_where_the_title_only_says_for_how_long(
    router: Router, title: str, text: str
) -> None:
    assert _route(router, job_order(title=title, text=text)).trade == "industri_lager_transport_service"


@pytest.mark.parametrize(
    ("title", "text", "trade"),
    [
        ("Slagter til delikatessen", "Vejlede kunder i supermarkedet.", "butik_handel_kontor"),
        ("Slagter", "Udbening på linjen, akkord.", "industri_lager_transport_service"),
        ("Prøvetager", "Kører rundt og tager vandprøver.", "industri_lager_transport_service"),
        ("Prøvetager", "Blodprøver af patienter på hospitalet.", "sosu"),
    ],
)
def test_a_title_of_two_trades_goes_by_what_stands_around_it(router: Router, title: str, text: str, trade: str) -> None:
    assert _route(router, job_order(title=title, text=text)).trade == trade


@pytest.mark.parametrize("kind", list(OrderType))
def test_every_kind_of_order_has_one_owner_and_probabilities(router: Router, kind: OrderType) -> None:
    text = "Vi har brug for en hånd på lager og i kantine."  # more than one trade's, so that others are told too
    route = _route(router, job_order(title="Kollega søges", text=text, order_type=kind.value))

    assert route.department.valid_from <= TODAY
    assert 0 < route.confidence <= 1
    others = [found.confidence for found in route.alternatives]
    assert others
    assert all(0 < found <= route.confidence for found in others)
    assert others == sorted(others, reverse=True)
    assert route.confidence + sum(others) <= 1.001
    assert route.trade not in {found.trade for found in route.alternatives}


def test_reasons_name_the_order_s_own_words(router: Router) -> None:
    title, text = (
        _route(router, job_order(title="Truckfører søges", text="Kom og vær med.")),
        _route(router, job_order(title="Kollega søges", text="Vi mangler en tømrer til et byggeri.")),
    )

    assert any(reason.startswith("Titlen nævner „Truckfører“") for reason in title.reasons)
    assert any(reason.startswith("Teksten nævner „tømrer“") for reason in text.reasons)
    assert all(reason.endswith(".") for reason in (*title.reasons, *text.reasons))


def test_reasons_are_told_in_english_too_with_the_order_s_own_words(router: Router) -> None:
    route = _route(router, job_order(title="Truckfører søges", text="Kom og vær med.", order_type="laereplads"))

    said = route.reasons_in(Language.ENGLISH)

    assert said[0].startswith("The title mentions “Truckfører”: forklift driver, which belongs to industry,")
    assert any("apprenticeship" in sentence for sentence in said)
    assert len(said) == len(route.reasons)


@pytest.mark.parametrize("title", ["Lastning af fly om natten", "Opmåling", "Xyzzy", "!"])
def test_an_order_that_names_no_job_has_a_reason_too(router: Router, title: str) -> None:
    assert _route(router, job_order(title=title, text=title)).reasons


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Bogholder eller lagermedarbejder", "Bogholder og lagermedarbejder."),
        ("4 chauffører + 1 kontordame", "Start mandag."),
        ("Folk til weekenden", "En bogholder, to lagermedarbejdere og en rengøringsassistent."),
        ("Warehouse worker and bookkeeper", "Both start in January."),
    ],
)
def test_an_order_for_jobs_of_several_trades_is_settled_by_kvs(router: Router, title: str, text: str) -> None:
    route = _route(router, job_order(title=title, text=text))

    assert route.needs_decision
    assert route.alternatives
    assert any(reason.key == "route_several" for reason in route.why)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Sygeplejerske eller SSA", "Vagter i weekenden."),  # either can fill it
        ("Klinikassistent/receptionist", "Du tager imod patienter."),  # two names of one job
        ("Lærer el. lign.", "Undervisning i 10. klasse."),
        ("Rengøringsassistent", "Du arbejder sammen med sygeplejersker, bogholdere og chauffører."),
        ("Tømrer og murer", "Renovering af en skole."),  # of one trade
    ],
)
def test_one_job_by_two_names_or_beside_others_is_not_several(router: Router, title: str, text: str) -> None:
    assert all(reason.key != "route_several" for reason in _route(router, job_order(title=title, text=text)).why)


def test_the_same_order_goes_the_same_way_again(router: Router) -> None:
    order = job_order(title="Butiksassistent med lagerarbejde", text="Kasse og varemodtagelse.")

    assert _route(router, order) == _route(router, order)


def test_a_route_in_the_public_form_is_plain(router: Router) -> None:
    route = _route(router, job_order())

    plain = route_to_mapping(route)

    assert (plain["id"], plain["trade"], plain["department"]) == ("A-1", "industri_lager_transport_service", "JKM")
    assert plain["occupation"] == {"id": "lagermedarbejder", "label": "lagermedarbejder", "isco": "4321"}
    assert plain["reasons"] == list(route.reasons)


@pytest.mark.parametrize("title", ["skal bruge hjælp", "Løntilskudsplads", "mangler folk"])
def test_an_order_that_names_no_occupation_waits_for_a_person(router: Router, title: str) -> None:
    assert _route(router, job_order(title=title, text="Arbejdstid efter aftale.")).needs_decision


def test_two_tasks_tell_a_job_as_a_title_does(router: Router) -> None:
    told = job_order(title="Til hverdag", text="Du bogfører bilag, betaler fakturaer og afstemmer banken.")
    hinted = job_order(title="Til hverdag", text="Du har med tal at gøre.")

    assert understand(told, router.reader.catalog).occupations == ()
    assert not _route(router, told).needs_decision
    assert _route(router, hinted).needs_decision


def test_a_text_that_sounds_like_a_job_needs_no_title_and_a_message_waits_whatever_it_names(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())
    job = job_order(title="Duge og sengelinned", text="mangle, folde og pakke til hoteller, stå op hele dagen")
    message = job_order(title="Butikken lukker", text="vi skal ikke bruge flere alligevel, tak for hjælpen")

    assert understand(job, catalog).occupations == ()
    assert understand(message, catalog).occupations
    assert (_route(router, job).trade, _route(router, job).needs_decision) == (
        "industri_lager_transport_service",
        False,
    )
    assert _route(router, message).needs_decision


def test_a_message_waits_though_its_title_names_an_occupation(catalog: Catalog, embedder: CachedEmbedder) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())

    message = _route(router, job_order(title="Mentor", text="kan I betale en mentor til vores nye kollega"))
    job = _route(router, job_order(title="Murer", text="facader og skorstene"))

    assert (message.needs_decision, job.needs_decision) == (True, False)
    assert any("besked" in reason for reason in message.reasons)


def test_a_place_in_the_title_does_not_gainsay_the_work(catalog: Catalog, embedder: CachedEmbedder) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())
    order = job_order(title="Bageri, natten igennem", text="veje af, ælte, slå op, passe ovn")

    route = _route(router, order)
    assert (route.trade, route.needs_decision) == ("industri_lager_transport_service", False)


def test_a_title_of_many_jobs_with_nothing_beside_it_waits_for_kvs(catalog: Catalog, embedder: CachedEmbedder) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())

    for title in ("Konsulent", "Koordinator", "Assistent søges"):
        assert _route(router, job_order(title=title, text="Vi søger en konsulent.")).needs_decision, title


def test_who_asks_in_the_title_does_not_gainsay_the_work_in_the_text(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())
    order = job_order(title="Tandlægen søger to ekstra hænder", text="Suge, sterilisere, gøre stolen klar til næste.")

    assert (_route(router, order).trade, _route(router, order).needs_decision) == ("sosu", False)


def test_who_asks_for_a_nurse_or_care_goes_to_care_with_the_other_beside_it(router: Router) -> None:
    title = "Sygeplejerske eller social- og sundhedsassistent"
    route = _route(router, job_order(title=title, text="Du doserer medicin og plejer sår."))

    assert (route.trade, route.needs_decision) == ("sosu", False)
    assert "mvu_lvu" in {other.trade for other in route.alternatives}


def test_a_question_waits_for_kvs(router: Router) -> None:
    route = _route(router, job_order(title="Bogholder", text="Hvad er lønnen for en bogholder?"))

    assert route.needs_decision
    assert any("spørgsmål" in reason for reason in route.reasons)


def test_an_occupation_that_a_person_set_decides(router: Router) -> None:
    order = job_order(title="Hjælp til lidt af hvert", text="Ring og hør.")
    said = Correction(occupations=("bogholder",))
    route = router.route(order, understand(order, router.reader.catalog, (said,)), TODAY)

    assert (route.trade, route.confidence, route.needs_decision) == ("butik_handel_kontor", 1.0, False)
    assert "rettet af en medarbejder" in route.reasons[0]


def test_a_title_of_many_jobs_is_told_with_what_its_surroundings_say_or_do_not_say(
    catalog: Catalog, embedder: CachedEmbedder
) -> None:
    router = Router(EvidenceReader(catalog, embedder), load_routing_weights())
    settled = _route(router, job_order(title="Assistent", text="Du vasker gulve, støvsuger og gør rengøring."))
    unsettled = _route(router, job_order(title="Konsulent", text="37 timer, start snarest."))

    assert settled.occupation is not None
    assert settled.occupation.id == "rengoeringsassistent"
    assert any("ordene omkring peger på rengøringsassistent" in reason for reason in settled.reasons)
    assert any("„Konsulent“ kan betyde flere stillinger" in reason for reason in unsettled.reasons)
