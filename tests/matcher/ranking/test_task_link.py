"""The share of an order's tasks that a person has done or asks for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from matcher.candidates.build import read
from matcher.candidates.crowd import Profiles, crowd_of
from matcher.candidates.profile import TaskShown
from matcher.candidates.tasks import tasks_done, tasks_wished
from matcher.orders.profile import understand
from matcher.orders.tasks import TaskAsked, tasks_asked
from matcher.ranking.task_link import DONE, WISHED, TaskLink
from taxonomy.catalog import Catalog
from tests.factories import candidate, cv, job_order, profile

ASKED = (TaskAsked("passe telefon", 1.0, "telefon"), TaskAsked("betjene kassen", 0.5, ""))


def people(*tasks: tuple[TaskShown, ...]) -> Profiles:
    found = [candidate(replace(profile(tasks=shown), id=f"C-{number}")) for number, shown in enumerate(tasks)]
    return crowd_of(found).profiles


def test_the_share_is_that_of_the_order_s_weights() -> None:
    phone, till, other = (TaskShown(task, 0.5, "") for task in ("passe telefon", "betjene kassen", "svejse"))
    shares = TaskLink(ASKED).share(people((), (phone,), (phone, till, other), (other,)), DONE)
    assert shares.tolist() == pytest.approx([0, 1 / 3, 0.5, 0])
    assert not TaskLink(ASKED).share(people((phone,)), WISHED).any()


def test_an_order_without_tasks_gives_nobody_a_share() -> None:
    assert TaskLink(()).share(people((TaskShown("svejse", 1.0, ""),)), DONE).tolist() == [0.0]


def test_a_task_is_shown_in_words_by_skills_and_by_what_a_job_usually_holds(catalog: Catalog) -> None:
    one = cv(text="Jeg svarede telefonen.", skills=["rengøring"], experience=[{"title": "kok", "years": 6}])
    shown = {found.task: found for found in tasks_done(one, read(one, catalog), catalog)}
    assert shown["passe telefon"].quote == "svarede telefonen"
    assert shown["gøre rent"].share == 1.0
    assert 0 < shown["føre egenkontrol"].share < shown["lave mad"].share == 1.0


def test_what_is_denied_or_only_wished_for_is_not_done(catalog: Catalog) -> None:
    one = cv(text="Gør ikke rent. Vil gerne over i it-support. Har kørt truck.")
    done = {found.task for found in tasks_done(one, read(one, catalog), catalog)}
    assert "køre truck" in done
    assert not done & {"gøre rent", "hjælpe brugere med it"}
    wished = {found.task: found.quote for found in tasks_wished(one, read(one, catalog), catalog)}
    assert wished["hjælpe brugere med it"] == "it-support"


def test_longer_in_a_job_shows_its_tasks_better_and_the_order_of_jobs_makes_no_difference(catalog: Catalog) -> None:
    jobs = [{"title": "kok", "years": 0.2}, {"title": "tjener", "years": 9}]
    one, turned = cv(text="Ledig.", experience=jobs), cv(text="Ledig.", experience=jobs[::-1])
    shown = {found.task: found.share for found in tasks_done(one, read(one, catalog), catalog)}
    assert shown["lave mad"] < shown["servere"]
    assert tasks_done(one, read(one, catalog), catalog) == tasks_done(turned, read(turned, catalog), catalog)


def test_a_wish_names_tasks_by_its_words_and_by_its_occupation(catalog: Catalog) -> None:
    one = cv(headline="Ledig", text="Ledig.", desired_jobs=["supermarkedsmedarbejder"])
    assert {"fylde varer op", "betjene kassen"} <= {
        found.task for found in tasks_wished(one, read(one, catalog), catalog)
    }


def test_an_order_asks_for_what_it_names_before_what_its_occupation_usually_does(catalog: Catalog) -> None:
    order = job_order(title="Supermarkedsmedarbejder", text="Du sidder i kassen.", nice_to_have=["truckkørsel"])
    asked = {found.task: found for found in tasks_asked(order, understand(order, catalog), catalog)}
    assert asked["betjene kassen"].weight == 1.0
    assert asked["betjene kassen"].quote
    assert asked["køre truck"].weight == 0.8
    assert asked["tjekke datoer"].weight < 0.5
    assert not asked["tjekke datoer"].quote
