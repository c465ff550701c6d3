"""What speaks for a trade: the job, not who asks and not where."""

from __future__ import annotations

import numpy as np
import pytest

from matcher.dispatch import learnt_words
from matcher.dispatch.heading import job_part
from matcher.dispatch.learnt_words import load_learnt_words
from matcher.dispatch.roles import Role, named_by_role
from matcher.dispatch.words import STAFF_STEMS
from matcher.orders.profile import understand
from taxonomy.catalog import Catalog
from taxonomy.language import stem
from tests.factories import job_order

INDUSTRY = "industri_lager_transport_service"


@pytest.mark.parametrize(
    ("title", "job"),
    [
        ("Rengøringsassistent på plejehjem", "Rengøringsassistent"),
        ("Kommunen mangler sygeplejersker", "sygeplejersker"),
        ("Advokatkontor søger en bogholder til firmaet", "bogholder"),
        ("Assistent på plejehjem", "Assistent på plejehjem"),
        ("Kollega til trælasten", "Kollega til trælasten"),
        ("Tømrer", "Tømrer"),
        ("Lægesekretær øjenlæge", "Lægesekretær"),
        ("Sygeplejerske eller læge", "Sygeplejerske eller læge"),
        ("Handyman plejehjem", "Handyman"),
        ("Sygeplejerske t. lægehus", "Sygeplejerske"),
        ("Bogholder v/advokatkontor", "Bogholder"),
        ("Kok vuggestue søges", "Kok"),
        ("Medarbejder plejehjem", "Medarbejder plejehjem"),
        ("Plejehjemmets opvask", "opvask"),
        ("Bageren på hjørnet søger", ""),
        ("Børnehavens medhjælper", "Børnehavens medhjælper"),
        ("Forkontoret hos tandlægen", "Forkontoret"),
        ("Hjælp ved en dyrlæge", "Hjælp"),
        ("Vikar for læge", "Vikar for læge"),
    ],
)
def test_the_job_part_of_a_title_leaves_out_who_asks_and_where(catalog: Catalog, title: str, job: str) -> None:
    order = job_order(title=title)
    named = [found for found in understand(order, catalog).occupations if found.quote.field == "title"]

    assert title[slice(*job_part(title, named, catalog))] == job


def test_a_place_in_the_title_and_an_occupation_in_the_text_are_told_from_a_job(catalog: Catalog) -> None:
    order = job_order(title="Butikken søger", text="Vi søger en rengøringsassistent.")
    mentions = understand(order, catalog).occupations

    found = named_by_role(mentions, (len(order.title), len(order.title)), catalog)

    trades = list(catalog.trades)
    assert not found[Role.NAMED].any()
    assert found[Role.IMPLIED].argmax() == trades.index("butik_handel_kontor")
    assert found[Role.MENTIONED].argmax() == trades.index(INDUSTRY)


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Butik", Role.IMPLIED),
        ("Butikken søger", Role.IMPLIED),
        ("6-9 i tre butikker", Role.IMPLIED),
        ("Hænder til butikken", Role.IMPLIED),
        ("Hvidevarebutik søger folk", Role.IMPLIED),
        ("Butiksassistent i supermarked", Role.NAMED),
    ],
)
def test_a_place_in_the_heading_implies_its_work_and_a_title_names_it(catalog: Catalog, title: str, role: Role) -> None:
    order = job_order(title=title, text="Ring.")
    mentions = understand(order, catalog).occupations

    named = [one for one in mentions if one.quote.field == "title"]
    found = named_by_role(mentions, job_part(title, named, catalog), catalog)

    shops = found[:, list(catalog.trades).index("butik_handel_kontor")]
    assert shops[role] > 0


def test_the_asker_s_place_is_no_job_where_the_title_names_one(catalog: Catalog) -> None:
    order = job_order(title="Butik søger bogholder", text="Ring.")
    mentions = understand(order, catalog).occupations

    found = named_by_role(mentions, (12, len(order.title)), catalog)

    assert not found[Role.IMPLIED].any()


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("fotografassistent", "fotograf"),
        ("jordemodervikar", "jordemoder"),
        ("osteopatmedhjælper", "klinikassistent"),
        ("lektorhjælper", "laerermedhjaelper"),
        ("Headhunter-assistent", "kontorassistent"),
    ],
)
def test_who_assists_somebody_with_a_degree_does_another_job(catalog: Catalog, title: str, occupation: str) -> None:
    assert understand(job_order(title=title), catalog).occupations[0].occupation == occupation


@pytest.mark.parametrize(
    ("title", "occupation"),
    [
        ("Genbrugsbutik", "genbrugsbutiksmedarbejder"),
        ("Skolerengøring", "rengoeringsassistent"),
        ("Salgskontoret", "kontorassistent"),
        ("Hotelreception", "hotelreceptionist"),
        ("Natcafé", "vaerestedsmedarbejder"),
        ("Lufthavnskiosk", "kioskmedarbejder"),
    ],
)
def test_a_place_that_no_list_has_implies_a_job_by_its_end(catalog: Catalog, title: str, occupation: str) -> None:
    assert understand(job_order(title=title), catalog).occupations[0].occupation == occupation


def test_words_for_staff_lean_to_no_trade(catalog: Catalog) -> None:
    words = load_learnt_words(tuple(catalog.trades))

    assert not words.leanings.keys() & STAFF_STEMS


def test_the_workplace_leans_less_than_the_task(catalog: Catalog) -> None:
    words = load_learnt_words(tuple(catalog.trades))
    task, place = (words.leanings[stem(word)] for word in ("rengøring", "hospital"))

    assert task.argmax() == words.trades.index(INDUSTRY)
    assert np.abs(place).max() < np.abs(task).max()
    assert not words.lean(["qwxyz"]).any()


def test_a_trade_that_no_word_was_learnt_for_has_no_leaning() -> None:
    words = load_learnt_words(("mvu_lvu", "ny"))

    assert not words.lean([stem("undervise")])[1]
    assert words.lean([stem("undervise")])[0] > 0
    assert learnt_words.FILE.exists()
