"""The reasons: whole Danish sentences with the CV's own words."""

from __future__ import annotations

import pytest

from indexer.embedding.cache import CachedEmbedder
from indexer.intake.cv import Cv
from indexer.intake.job_order import JobOrder
from matcher.candidates.build import build_candidates
from matcher.candidates.telling_words import telling_stems
from matcher.lists.place_format import place_to_mapping
from matcher.orders.profile import order_profile, understand
from matcher.ranking.score import Scorer
from matcher.shortlisting.judging import EligibilityMode
from matcher.shortlisting.shortlist import ListPlace, shortlist
from matcher.wording.explanation import Explainer
from matcher.wording.reader import Reader
from matcher.wording.shared_words import rare_words
from matcher.wording.tables import wording
from tests.factories import TODAY, cv, job_order


class Explaining:
    """Explains one CV before one order as the software does."""

    def __init__(self, scorer: Scorer, embedder: CachedEmbedder) -> None:
        self.scorer, self.embedder = scorer, embedder

    def place(self, order: JobOrder, one: Cv) -> ListPlace:
        catalog = self.scorer.catalog
        profile = order_profile(order, catalog, self.embedder)
        people = build_candidates([one], catalog, self.embedder)
        return shortlist(profile, people, self.scorer, today=TODAY, mode=EligibilityMode.SHOW).places[0]

    def reasons(self, order: JobOrder, one: Cv) -> list[str]:
        place, catalog = self.place(order, one), self.scorer.catalog
        reader = Reader(wording(), catalog)
        return Explainer(order, understand(order, catalog), self.scorer.weights, reader).reasons(place)


@pytest.fixture(scope="module")
def explaining(scorer: Scorer, embedder: CachedEmbedder) -> Explaining:
    return Explaining(scorer, embedder)


def test_wish_and_history_are_told_with_the_cv_s_own_words(explaining: Explaining) -> None:
    reasons = explaining.reasons(
        job_order(), cv(desired_jobs=["lagerarbejde"], experience=[{"title": "Lagermedarbejder", "years": 6}])
    )

    assert any(reason.startswith("Ønsker job som ") and "„" in reason for reason in reasons)
    assert "Har arbejdet som „Lagermedarbejder“ i 6 år." in reasons


def test_tasks_done_elsewhere_are_told_with_the_words_of_both_sides(explaining: Explaining) -> None:
    order = job_order(title="Receptionist", text="Du passer telefonen og tager imod gæster.")

    reasons = explaining.reasons(order, cv(headline="Frisør", text="Jeg svarede telefonen i salonen i ti år."))

    told = "passe telefon (ordren „passer telefonen“, CV'et „svarede telefonen“)"
    assert f"Har lavet noget af det, ordren beskriver: {told}." in reasons


def test_tasks_wanted_in_another_language_are_told(explaining: Explaining) -> None:
    order = job_order(title="Rengøring", text="Du gør rent på kontorer.")

    reasons = explaining.reasons(order, cv(text="Szukam pracy.", desired_jobs=["sprzątanie biur"]))

    assert any(
        reason.startswith("Ønsker opgaver som ordrens: gøre rent") and "sprzątanie" in reason for reason in reasons
    )


@pytest.mark.parametrize(
    ("demanded", "spoken", "told"),
    [
        ("dansk på B1", "modersmål", "Taler dansk på B1 eller bedre („dansk modersmål“)."),
        ("engelsk på C2", "C2", "Taler engelsk på C2 („engelsk C2“)."),
        ("dansk", "B1", "Taler dansk („dansk B1“)."),
    ],
)
def test_who_speaks_better_than_demanded_is_said_to(
    explaining: Explaining, demanded: str, spoken: str, told: str
) -> None:
    language = demanded.split(maxsplit=1)[0]
    reasons = explaining.reasons(job_order(must_have=[demanded]), cv(languages={language: spoken}))
    assert [one for one in reasons if one.startswith("Taler")] == [told]


def test_what_is_missing_and_what_is_unknown_are_told_apart(explaining: Explaining) -> None:
    order = job_order(must_have=["kørekort C", "egen bil"])

    silent = explaining.reasons(order, cv())
    denied = explaining.reasons(order, cv(licences=["kørekort B"]))
    holder = explaining.reasons(order, cv(licences=["stort kørekort"]))

    assert "Spørg om kørekort C." in silent
    assert "CV'et siger intet om egen bil." in silent
    assert any(reason.startswith("Mangler kørekort C; CV'et nævner") and "kørekort B" in reason for reason in denied)
    assert not any("Spørg om kørekort" in reason for reason in denied)
    assert "Har kørekort C („stort kørekort“)." in holder


def test_a_demand_said_twice_is_told_once(explaining: Explaining) -> None:
    order = job_order(title="Chauffør C/E", must_have=["kørekort C/E"])

    reasons = explaining.reasons(order, cv(licences=["kørekort C/E"]))

    assert len([reason for reason in reasons if reason.startswith("Har kørekort C/E")]) == 1


def test_one_level_short_and_an_excluded_education_are_told(explaining: Explaining) -> None:
    order = job_order(must_have=["dansk på B2", "ikke allerede uddannet tømrer"])

    reasons = explaining.reasons(order, cv(languages={"dansk": "B1"}, education=["uddannet tømrer"]))

    assert "Er tæt på kravet om dansk på B2 („dansk B1“)." in reasons
    assert any(reason.startswith("Har allerede uddannelse: tømrer") for reason in reasons)
    worked = explaining.reasons(order, cv(experience=[{"title": "Tømrer", "years": 4}]))
    assert "Har arbejdet i faget („Tømrer“); spørg efter uddannelse: tømrer, som ordren udelukker." in worked


def test_the_conditions_are_told(explaining: Explaining) -> None:
    order = job_order(shift="nat", hours_per_week=37, start="2026-12-01")
    one = cv(text="Jeg vil ikke arbejde om natten.", hours="deltid", availability="2027-03-01", postcode="8000")

    reasons = explaining.reasons(order, one)

    assert "Har fravalgt jobbets vagter." in reasons
    assert "Søger en anden arbejdstid end jobbets." in reasons
    assert "Kan først begynde efter jobbets start." in reasons
    assert "Bor mere end 60 km fra arbejdet." in reasons
    assert "Ønsker netop jobbets vagter." in explaining.reasons(order, cv(text="Jeg ønsker arbejde om natten."))


def test_what_is_only_usual_in_a_job_is_told_as_that(explaining: Explaining) -> None:
    order = job_order(title="Medarbejder", text="Lave mad og føre egenkontrol.")
    reasons = explaining.reasons(order, cv(experience=[{"title": "kok", "years": 6}]))
    done = next(reason for reason in reasons if reason.startswith("Har lavet noget"))
    usual = next(reason for reason in reasons if reason.startswith("Har haft job, hvor dette er almindeligt"))
    assert "lave mad" in done
    assert "føre egenkontrol" not in done
    assert "føre egenkontrol (ordren „føre egenkontrol“, CV'et „kok“)" in usual


def test_words_that_say_nothing_of_the_work_are_not_told_as_shared(explaining: Explaining) -> None:
    order = job_order(title="Smed", text="Lidt svejsning, gerne nogle timer.")
    reasons = explaining.reasons(order, cv(text="Kan lidt svejsning, arbejder gerne få timer."))
    assert "Ordren og CV'et har ord til fælles: svejsning." in reasons


def test_the_last_sentence_tells_what_decided(explaining: Explaining) -> None:
    order, one = job_order(must_have=["kørekort C"]), cv(licences=["kørekort B"])

    last = explaining.reasons(order, one)[-1]

    assert last.startswith(f"{explaining.place(order, one).scored.score:.0f} point i alt, mest for ")
    assert "Mest trækker „krav: C“ fra" in last


def test_reasons_are_whole_sentences_without_what_only_the_law_may_know(explaining: Explaining) -> None:
    order = job_order(order_type="ordinaer", must_have=["truckcertifikat B", "dansk på B1"])
    one = cv(match_category=5, insured=False, age_group="50-59", languages={"dansk": "C1"})

    reasons = explaining.reasons(order, one)

    assert all(reason.endswith(".") and not reason[0].islower() for reason in reasons)
    assert not any(word in reason.lower() for reason in reasons for word in ("kategori", "50-59", "forsikret"))


def test_shared_words_are_the_order_s_own_rarest_first() -> None:
    order = job_order(text="Du betjener reachstackeren og fejer på lageret.")
    one = cv(text="Jeg har betjent en reachstacker.")

    theirs = telling_stems(one)
    words = [word for number, _, word in rare_words(order) if number in theirs]

    assert "reachstackeren" in words
    assert "fejer" not in words
    assert len(words) == len(set(words))


def test_a_place_in_the_public_form_tells_score_parts_reasons_and_what_to_ask(explaining: Explaining) -> None:
    order, one = job_order(must_have=["kørekort C"]), cv(cv_approved=False)
    place = explaining.place(order, one)

    plain = place_to_mapping(order.id, place, ["En grund."])

    assert (plain["order"], plain["cv"], plain["rank"], plain["eligible"]) == ("A-1", "C-1", 1, False)
    assert plain["blocked_by"] == ["CV'et er ikke godkendt endnu."]
    assert plain["ask"][0] == "Spørg om kørekort C."
    assert sum(place.parts.values()) == pytest.approx(place.scored.score, abs=1e-6)
