"""Everybody in a sample of the bundled set with another name, age, sex, origin, health, benefit or postcode as near:
no list changes, and no score.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from indexer.intake.cv import Cv, Experience
from matcher.evaluation.collection import bundled_cvs, bundled_orders
from matcher.ranking.score import Scored
from tests.matcher.laws.ranking import Ranking

pytestmark = pytest.mark.long

POOL = bundled_cvs()[::12]
ORDERS = bundled_orders()[::9]

# Said of oneself in a sentence of its own, where CVs say it: before or behind what else the text says.
SAID = {
    "names": [
        "Jeg hedder Mette Sørensen.",
        "Mit navn er Mohammed Al-Hassan.",
        "Jeg hedder Oksana Kovalenko.",
        "Jeg hedder Nguyen Thi Lan.",
        "Mit navn er Fadumo Abdi Warsame.",
        "My name is Priya Raghunathan.",
        "Nazywam się Katarzyna Wójcik.",
        "Mvh Ayşe Yıldız.",
    ],
    "age": [
        "Jeg er 19 år.",
        "Jeg er 61 år gammel.",
        "Født 1962.",
        "Jeg er en moden kvinde på 58 år.",
        "Ung mand på 20.",
    ],
    "sex": ["Jeg er en kvinde.", "Jeg er mand.", "Jeg er en pige på 23 år."],
    "family": [
        "Mor til to.",
        "Far til tre drenge.",
        "Gift.",
        "Enlig mor.",
        "Jeg er fraskilt.",
        "Jeg er gravid.",
        "Jeg har fire børn.",
        "Jeg har været på barsel.",
    ],
    "origin": [
        "Jeg er født i Danmark.",
        "Født i Somalia.",
        "Jeg kommer fra Syrien.",
        "Født og opvokset i Hvidovre.",
        "Jeg er polak.",
        "Jeg er muslim.",
        "Jeg kom til Danmark i 2016.",
        "Dansk statsborger.",
        "I was born in Eritrea.",
    ],
    "health": [
        "Jeg har diabetes.",
        "Jeg har været sygemeldt.",
        "Kronisk syg.",
        "Jeg har fået en depression.",
        "Jeg er rask.",
        "Nedsat arbejdsevne.",
    ],
    "benefit": [
        "Jeg er på kontanthjælp.",
        "Jeg får dagpenge.",
        "Jeg er medlem af en a-kasse.",
        "Førtidspensionist.",
        "Matchgruppe 3.",
        "Aktivitetsparat.",
    ],
    "gaps": [
        "Jeg har været ledig i tre år.",
        "Ledig siden marts 2022.",
        "Hul i cv'et.",
        "Jeg har været uden for arbejdsmarkedet i 6 år.",
    ],
}
TITLES = [
    ("Stuepige", "Stuearbejder"),
    ("Sygeplejerske", "Kvindelig sygeplejerske"),
    ("Sygeplejerske", "Mandlig sygeplejerske"),
    ("Lagermand", "Lagerkvinde"),
    ("Kassedame", "Kasseassistent"),
    ("Ekspeditrice", "Ekspedient"),
    ("Altmuligmand", "Altmuligkvinde"),
    ("Rengøringsdame", "Rengøringsmand"),
    ("Lærerinde", "Lærer"),
    ("Servitrice", "Servitør"),
    ("Kontordame", "Kontormand"),
    ("Frisøse", "Frisør"),
    ("Syerske", "Syer"),
    ("Barpige", "Barmand"),
    ("Dagplejemor", "Dagplejefar"),
    ("Vagtmand", "Vagtkvinde"),
]
STANDING: dict[str, object] = {"insured": False, "match_category": 3, "age_group": "60+", "cv_approved": False}


def _lists(ranking: Ranking, change: Callable[[Cv], Cv]) -> dict[str, dict[str, float]]:
    changed = [change(one) for one in POOL]
    return {order.id: ranking.scores(order, changed) for order in ORDERS}


@pytest.fixture(scope="module")
def as_written(ranking: Ranking) -> dict[str, dict[str, float]]:
    """Who stands where, with what score, in each list."""
    return _lists(ranking, lambda one: one)


@pytest.mark.parametrize("sort", SAID)
def test_what_a_text_says_of_the_person_changes_no_list(
    ranking: Ranking, as_written: dict[str, dict[str, float]], sort: str
) -> None:
    sentences = SAID[sort]
    said = {one.id: sentences[at % len(sentences)] for at, one in enumerate(POOL)}

    before = _lists(ranking, lambda one: replace(one, text=f"{said[one.id]} {one.text}"))
    behind = _lists(ranking, lambda one: replace(one, text=f"{one.text}\n\n{said[one.id]}"))

    assert before == as_written
    assert behind == as_written


@pytest.mark.parametrize(("one", "other"), TITLES)
def test_a_title_that_names_a_sex_stands_where_the_other_stands(ranking: Ranking, one: str, other: str) -> None:
    def titled(title: str) -> Callable[[Cv], Cv]:
        return lambda person: replace(
            person, headline=title, desired_jobs=(title,), experience=(Experience(title, "", 4.0), *person.experience)
        )

    assert _lists(ranking, titled(one)) == _lists(ranking, titled(other))


@pytest.mark.parametrize("field", STANDING)
def test_what_only_the_rules_may_read_changes_no_list(
    ranking: Ranking, as_written: dict[str, dict[str, float]], field: str
) -> None:
    other = STANDING[field]

    assert _lists(ranking, lambda one: replace(one, **{field: other})) == as_written  # type: ignore[arg-type]


def test_an_order_that_names_a_sex_lists_as_one_that_does_not(ranking: Ranking) -> None:
    (hotel,) = [order for order in bundled_orders() if order.id == ORDERS[0].id]
    pairs = [(replace(hotel, title=one), replace(hotel, title=other)) for one, other in TITLES]

    for named, neutral in pairs:
        assert ranking.scores(named, POOL) == ranking.scores(neutral, POOL)


def test_of_a_postcode_only_the_distance_counts(ranking: Ranking) -> None:
    read = ranking.profile(ORDERS[0])
    latitude, longitude = read.position or (0.0, 0.0)
    people = ranking.people(POOL)
    east, west = (
        [replace(found, profile=replace(found.profile, position=(latitude, longitude + turned))) for found in people]
        for turned in (0.05, -0.05)
    )

    assert _by_id(ranking.scorer.score(read, east)) == _by_id(ranking.scorer.score(read, west))


def _by_id(scored: Sequence[Scored]) -> dict[str, float]:
    return {one.profile.id: one.score for one in scored}
