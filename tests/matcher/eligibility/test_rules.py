"""Who may be proposed: every rule says yes, no and, where only the person can tell, ask."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matcher.candidates.circumstances import CaseFile, Circumstances
from matcher.candidates.profile import Candidate, Named
from matcher.eligibility.by_case_file import NOT_LOOKED_UP
from matcher.eligibility.rules import OUT_OF_FORCE, RULES
from matcher.eligibility.verdict import Answer
from matcher.orders.profile import OrderProfile
from taxonomy.catalog import Catalog, load_catalog
from taxonomy.places import places
from taxonomy.reading.findings import OccupationMention, OrderReading, Quote, Terms
from tests.factories import TODAY, asked, candidate, order_profile, profile, shown
from tests.matcher.eligibility.cases import judged

YES, ASK, NO = Answer.YES, Answer.ASK, Answer.NO
LICENCE = order_profile(asked("driving_licence", "C"))
TRUCK = order_profile(asked("certificate", "truckcertifikat B"))
NURSE = order_profile(asked("authorisation", "sygeplejerske"))
CARPENTER = order_profile(asked("education", "tømrer"))
NOT_CARPENTER = order_profile(asked("education", "tømrer", excluded=True))
DANISH = order_profile(asked("language", "dansk", "B2"))
OF_AGE = order_profile(asked("age", "minimumsalder", "18"))
NIGHT = order_profile(shifts=("nat",))
FULL_TIME = order_profile(hours=(37.0, 37.0))
HAS_BUILT = candidate(profile(history=(Named("toemrer", 1.0, "Tømrer", 4.0),)))
FREE_ON_THE_FIRST = date(2027, 1, 1).toordinal()


def _at(postcode: str) -> tuple[float, float]:
    place = places()[postcode]
    return place.latitude, place.longitude


def _holds(*keys: tuple[str, str]) -> Candidate:
    return candidate(profile(held=tuple(shown(*key) for key in keys)))


def _denies(kind: str, key: str) -> Candidate:
    return candidate(profile(denied=(shown(kind, key),)))


def _speaks(**languages: str) -> Candidate:
    return candidate(profile(languages=languages))


def _free(day: date) -> Candidate:
    return candidate(profile(availability=day.toordinal()))


# Rule, what is the case, order, person, answer.
CASES: list[tuple[str, str, OrderProfile, Candidate, Answer]] = [
    ("cv_approved", "an approved CV", order_profile(), candidate(), YES),
    ("cv_approved", "a CV not approved", order_profile(), candidate(cv_approved=False), NO),
    ("order_kind", "a category that the kind is open to", order_profile(), candidate(match_category=3), YES),
    ("order_kind", "a category that the kind is closed to", order_profile(), candidate(match_category=4), NO),
    ("order_kind", "a kind open to all", order_profile(order_type="fleksjob"), candidate(match_category=5), YES),
    ("driving_licences", "no demand", order_profile(), candidate(), YES),
    ("driving_licences", "the licence", LICENCE, _holds(("driving_licence", "C")), YES),
    ("driving_licences", "a licence that includes it", LICENCE, _holds(("driving_licence", "C/E")), YES),
    ("driving_licences", "silence", LICENCE, candidate(), ASK),
    ("driving_licences", "another licence only", LICENCE, _holds(("driving_licence", "B")), NO),
    ("driving_licences", "a licence denied", LICENCE, _denies("driving_licence", "C"), NO),
    ("certificates", "the certificate", TRUCK, _holds(("certificate", "truckcertifikat B")), YES),
    ("certificates", "silence", TRUCK, candidate(), ASK),
    ("certificates", "the smaller certificate", TRUCK, _holds(("certificate", "truckcertifikat A")), ASK),
    ("certificates", "a certificate denied", TRUCK, _denies("certificate", "truckcertifikat B"), NO),
    ("authorisations", "the authorisation", NURSE, _holds(("authorisation", "sygeplejerske")), YES),
    ("authorisations", "silence", NURSE, candidate(), ASK),
    (
        "authorisations",
        "work in the profession",
        NURSE,
        candidate(profile(history=(Named("sygeplejerske", 1.0, "sygeplejerske"),))),
        ASK,
    ),
    ("authorisations", "an authorisation denied", NURSE, _denies("authorisation", "sygeplejerske"), NO),
    ("education", "the education", CARPENTER, _holds(("education", "tømrer")), YES),
    ("education", "silence", CARPENTER, candidate(), ASK),
    ("education", "an excluded education that is held", NOT_CARPENTER, _holds(("education", "tømrer")), NO),
    ("education", "work under the title of an excluded one", NOT_CARPENTER, HAS_BUILT, ASK),
    ("education", "an excluded education that is not held", NOT_CARPENTER, candidate(), YES),
    ("languages", "the language at its level", DANISH, _speaks(dansk="B2"), YES),
    ("languages", "the mother tongue", DANISH, _speaks(dansk="modersmål"), YES),
    ("languages", "one level short", DANISH, _speaks(dansk="B1"), ASK),
    ("languages", "silence", DANISH, candidate(), ASK),
    ("languages", "two levels short", DANISH, _speaks(dansk="A2"), NO),
    ("languages", "a list without the language", DANISH, _speaks(polsk="modersmål"), NO),
    ("age", "work without a limit", order_profile(), candidate(age_group="15-17"), YES),
    ("age", "an adult", OF_AGE, candidate(age_group="18-29"), YES),
    ("age", "an age not known", OF_AGE, candidate(), ASK),
    ("age", "a minor where law asks for 18", OF_AGE, candidate(age_group="15-17"), NO),
    ("night_work", "a minor at night", NIGHT, candidate(age_group="15-17"), NO),
    ("dangerous_work", "a minor with a truck", TRUCK, candidate(age_group="15-17"), NO),
    ("criminal_record", "no attest demanded", order_profile(), candidate(), YES),
    ("criminal_record", "an attest", order_profile(asked("criminal_record", "børneattest")), candidate(), ASK),
    ("hours_and_shifts", "silence", NIGHT, candidate(), YES),
    ("hours_and_shifts", "a refused shift", NIGHT, candidate(profile(refused_shifts=("nat",))), NO),
    ("hours_and_shifts", "another shift refused", NIGHT, candidate(profile(refused_shifts=("aften",))), YES),
    ("hours_and_shifts", "full time for part time", FULL_TIME, candidate(profile(hours="deltid")), NO),
    ("hours_and_shifts", "full time for either", FULL_TIME, candidate(profile(hours="begge")), YES),
    (
        "commute",
        "a long way, no limit",
        order_profile(position=_at("8000")),
        candidate(profile(position=_at("2300"))),
        ASK,
    ),
    (
        "commute",
        "a short way, no limit",
        order_profile(position=_at("2150")),
        candidate(profile(position=_at("2300"))),
        YES,
    ),
    ("commute", "a limit, and no place of work known", order_profile(), candidate(profile(max_commute_km=15.0)), ASK),
    ("commute", "no limit, and no place known", order_profile(), candidate(), YES),
    (
        "commute",
        "within the limit",
        order_profile(position=_at("2150")),
        candidate(profile(position=_at("2300"), max_commute_km=15.0)),
        YES,
    ),
    (
        "commute",
        "beyond the limit",
        order_profile(position=_at("8000")),
        candidate(profile(position=_at("2300"), max_commute_km=15.0)),
        NO,
    ),
    ("availability", "no date", order_profile(start=FREE_ON_THE_FIRST), candidate(), YES),
    ("availability", "free at the start", order_profile(start=FREE_ON_THE_FIRST), _free(date(2027, 1, 1)), YES),
    ("availability", "free a month later", order_profile(start=FREE_ON_THE_FIRST), _free(date(2027, 2, 1)), ASK),
    ("availability", "free much later", order_profile(start=FREE_ON_THE_FIRST), _free(date(2027, 2, 2)), NO),
    ("availability", "free later, no start given", order_profile(), _free(date(2027, 6, 1)), ASK),
    (
        "availability",
        "free now, the start passed long ago",
        order_profile(start=date(2026, 1, 1).toordinal()),
        _free(TODAY),
        YES,
    ),
]


@pytest.mark.parametrize(
    ("rule", "order", "person", "answer"),
    [(rule, order, person, answer) for rule, _, order, person, answer in CASES],
    ids=[f"{rule}: {what} - {answer.name}" for rule, what, _, _, answer in CASES],
)
def test_a_rule_answers_with_a_reason(rule: str, order: OrderProfile, person: Candidate, answer: Answer) -> None:
    verdict = next(found for found in judged(order, person).verdicts if found.rule == rule)

    assert verdict.answer is answer
    assert verdict.reason.endswith(".")


def test_a_scale_may_say_itself_whom_a_kind_is_open_to() -> None:
    (scale,) = load_catalog().match_scales
    narrow = replace(load_catalog(), match_scales=(replace(scale, kinds={"ordinaer": (1,)}),))

    def answers(order: OrderProfile) -> list[Answer]:
        found = [judged(order, candidate(match_category=one), catalog=narrow) for one in (1, 2, 5)]
        return [next(verdict.answer for verdict in one.verdicts if verdict.rule == "order_kind") for one in found]

    assert answers(order_profile()) == [YES, NO, NO]
    assert answers(order_profile(order_type="loentilskud")) == [YES, YES, NO]
    assert answers(order_profile(order_type="fleksjob")) == [YES, YES, YES]


def test_the_rules_stand_in_the_order_that_people_read_them() -> None:
    assert [rule.name for rule in RULES] == [
        "cv_approved",
        "order_kind",
        "flex_job",
        "sheltered_job",
        "wage_subsidy",
        "traineeship",
        "adult_apprentice",
        "apprenticeship",
        "spare_time_job",
        "driving_licences",
        "certificates",
        "authorisations",
        "education",
        "languages",
        "age",
        "night_work",
        "alcohol",
        "dangerous_work",
        "criminal_record",
        "hours_and_shifts",
        "commute",
        "availability",
        "on_leave",
        "already_employed",
        "already_proposed",
        "protected_address",
    ]


def test_every_rule_is_a_file_of_its_own() -> None:
    files = [Path(inspect.getfile(type(rule))) for rule in RULES]

    assert len(set(files)) == len(RULES)
    for path in files:
        classes = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.ClassDef)]
        assert len(classes) == 1, f"{path.name} holds more than one rule"


def test_the_reason_does_not_tell_the_match_category() -> None:
    reasons = set()
    for kind in load_catalog().order_kinds:
        for category in range(1, 6):
            found = judged(order_profile(order_type=kind), candidate(match_category=category))
            reasons |= {verdict.reason for verdict in found.verdicts if verdict.rule == "order_kind"}

    assert not any(character.isdigit() for reason in reasons for character in reason)
    assert not any("kategori" in reason.lower() for reason in reasons)


def test_a_person_who_falls_for_two_rules_is_told_both() -> None:
    found = judged(NIGHT, candidate(profile(refused_shifts=("nat",)), cv_approved=False))

    assert not found.eligible
    assert [verdict.rule for verdict in found.blocking] == ["cv_approved", "hours_and_shifts"]


def test_what_must_be_asked_holds_nobody_back() -> None:
    found = judged(LICENCE, candidate(age_group="30-49"))

    assert found.eligible
    assert [verdict.reason for verdict in found.to_ask] == ["Spørg om kørekort C.", NOT_LOOKED_UP]


def test_what_several_rules_ask_of_the_case_is_told_once() -> None:
    found = judged(order_profile(), candidate())

    asking = [verdict.rule for verdict in found.verdicts if verdict.answer is ASK]
    assert asking == ["on_leave", "already_employed", "already_proposed", "protected_address"]
    assert [(verdict.reason, verdict.of_everybody) for verdict in found.to_ask] == [(NOT_LOOKED_UP, True)]


def test_a_case_looked_up_says_nothing_of_why_somebody_is_away() -> None:
    away = CaseFile(away=True)
    later = CaseFile(away_until=date(2027, 1, 1))

    for told in (away, later):
        found = judged(order_profile(), candidate(), known=Circumstances({"C-1": told}))
        said = next(verdict.reason for verdict in found.verdicts if verdict.rule == "on_leave")
        assert not any(word in said.lower() for word in ("syg", "orlov", "barsel", "fravær"))


def test_the_terms_of_a_kind_are_told_without_health_benefit_age_or_category() -> None:
    telling = ("ledig", "dagpenge", "kontanthjælp", "pension", "visiter", "helbred", "arbejdsevne", "kategori", "alder")
    kinds = ("fleksjob", "skaanejob", "loentilskud", "virksomhedspraktik", "fritidsjob")
    reasons = {
        verdict.reason
        for kind in kinds
        for age in ("", "15-17", "18-29", "50-64", "70+")
        for insured in (None, True, False)
        for verdict in judged(order_profile(order_type=kind), candidate(age_group=age, insured=insured)).verdicts
        if verdict.rule in {"flex_job", "sheltered_job", "wage_subsidy", "traineeship", "spare_time_job"}
    }

    assert [reason for reason in reasons if any(word in reason.lower() for word in telling)] == []


def test_a_reason_by_law_names_the_law_and_the_occupation(catalog: Catalog) -> None:
    quote = Quote("title", None, 0, 13, "sygeplejerske")
    reading = OrderReading((OccupationMention("sygeplejerske", 1.0, quote),), (), (), Terms())
    found = judged(order_profile(reading=reading), candidate())

    said = next(verdict.reason for verdict in found.verdicts if verdict.rule == "authorisations")
    assert said == (
        "Spørg om autorisation som sygeplejerske; autorisationsloven §§ 1-2 og 78 kræver det til stillingen "
        f"{catalog.occupations['sygeplejerske'].label}."
    )


def test_a_rule_out_of_force_says_so() -> None:
    found = judged(order_profile(), candidate(cv_approved=False), today=date(2003, 6, 30))

    approved = next(verdict for verdict in found.verdicts if verdict.rule == "cv_approved")
    assert (approved.answer, approved.in_force, approved.reason) == (YES, False, OUT_OF_FORCE)


def test_a_wish_of_the_employer_that_is_no_demand_holds_nobody_back() -> None:
    nice = order_profile(asked("driving_licence", "C", hard=False), asked("age", "minimumsalder", "18", hard=False))

    assert judged(nice, candidate(profile(held=(shown("driving_licence", "B"),)), age_group="15-17")).eligible


@pytest.mark.parametrize(("employer", "named"), [("Netto", True), ("Net", False), ("  ", False), ("C++ (Nord)", False)])
def test_an_employer_is_named_by_whole_words_only(employer: str, named: bool) -> None:
    job = Named("butiksassistent", 1.0, "kassemedarbejder i Netto", 2.0)
    found = judged(order_profile(employer=employer), candidate(profile(history=(job,))))
    told = next(one.reason for one in found.verdicts if one.rule == "already_employed")
    assert told.startswith("CV'et nævner arbejdsgiveren") is named
