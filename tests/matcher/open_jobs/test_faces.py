"""What everybody may read of an order."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from indexer.intake.job_order import Contact, Shift
from indexer.records.stored import Stored
from matcher.open_jobs.demands import demands_in_words
from matcher.open_jobs.faces import OpenJob, open_job
from matcher.orders.profile import understand
from matcher.orders.reading_format import reading_to_mapping
from taxonomy.catalog import Catalog
from tests.factories import job_order

NOTED = "Ringer sur igen, ham Jens var fuld sidst. Truckcertifikat B er et krav, 30 timer, aften. Tlf. 20 30 40 50"


def shown(catalog: Catalog, **changes: object) -> OpenJob:
    order = job_order(**{"text": NOTED, **changes})
    read = reading_to_mapping(order.id, understand(order, catalog), catalog)
    return open_job(Stored(order, 1, *(datetime(2026, 11, 23, tzinfo=UTC),) * 2, 1), read)


def demand(key: str, kind: str = "skill", *, hard: bool = True, **more: object) -> dict[str, object]:
    return {"kind": kind, "key": key, "level": None, "hard": hard, **more}


@pytest.mark.parametrize("source", ["call_centre", "virksomhedskonsulent", "sprogskole", "noget andet", ""])
def test_of_a_note_everybody_reads_only_what_was_read_out_of_it(catalog: Catalog, source: str) -> None:
    job = shown(catalog, source=source, must_have=["ikke flere som Jens"])
    assert job.order.text == "Lagermedarbejder. Krav: truckcertifikat B."
    assert job.order.must_have == ("truckcertifikat B",)
    assert (job.order.hours_per_week, job.order.shift) == (30, Shift.EVENING)
    assert job.occupations == ("lagermedarbejder",)
    assert not job.advertised
    assert "Jens" not in repr(job)


@pytest.mark.parametrize("source", ["web", "jobopslag"])
def test_a_text_that_was_written_for_everybody_stands_without_ways_to_reach_a_person(
    catalog: Catalog, source: str
) -> None:
    job = shown(catalog, source=source, text="Kom til os! Ring til Bo, 20 30 40 50.", contact={"name": "Bo"})
    assert job.order.text == "Kom til os! Ring til [skjult], [skjult]."
    assert job.order.contact == Contact()
    assert job.advertised


def test_what_somebody_wrote_for_everybody_stands_in_place_of_the_note(catalog: Catalog) -> None:
    job = shown(catalog, source="call_centre", public_text="Vi søger en lagermedarbejder. Ring 20304050.")
    assert job.order.text == "Vi søger en lagermedarbejder. Ring [skjult]."
    assert job.order.must_have == ("truckcertifikat B",)
    assert job.advertised


def test_fields_stand_before_what_the_words_say(catalog: Catalog) -> None:
    job = shown(catalog, hours_per_week=37, shift="dag", start="2027-01-04")
    assert (job.order.hours_per_week, job.order.shift, job.order.start) == (37, Shift.DAY, date(2027, 1, 4))


def test_an_order_of_which_nothing_was_read_has_its_title_alone(catalog: Catalog) -> None:
    job = shown(catalog, title="Xyz", text="Ring til mig.")
    assert (job.order.title, job.order.text, job.order.must_have) == ("Xyz", "", ())


@pytest.mark.parametrize(
    "title",
    [
        "Lagermand, afløser for Jens Hansen (sygemeldt)",
        "Lagermand, ring Karina",
        "Lagermand hos fru Bentsen",
        "Lagermand, spørg på 20 30 40 50",
        "Lagermand til ung mand med muskelsvind",
        "lagermand, sig til bodil",
    ],
)
def test_a_callers_title_that_tells_of_a_person_gives_way_to_the_job_it_names(catalog: Catalog, title: str) -> None:
    job = shown(catalog, source="call_centre", title=title, contact={"name": "Bodil Kvist"})
    assert job.order.title == "Lagermedarbejder"


@pytest.mark.parametrize(
    ("employer", "seen"),
    [
        ("Karina Bech", ""),
        ("Mads Holm", ""),
        ("Jens Hansen v/ JH Lager", "Jens Hansen v/ JH Lager"),
        ("Café Emma", "Café Emma"),
    ],
)
def test_a_person_who_seeks_a_helper_is_not_named_to_everybody(catalog: Catalog, employer: str, seen: str) -> None:
    job = shown(catalog, title="Handicaphjælper", employer=employer, contact={"name": "Karina Bech"})
    assert job.order.employer == seen


def test_such_a_title_of_which_no_job_was_read_is_an_open_job(catalog: Catalog) -> None:
    assert shown(catalog, title="Xyz for Jens", text="Ring til mig.").order.title == "Ledigt job"


@pytest.mark.parametrize(
    "title", ["2 lagerfolk aften m. truck", "Portør til Rødovre", "Kok til a la carte på Vesterbro"]
)
def test_a_callers_title_that_tells_of_work_stands_as_it_is(catalog: Catalog, title: str) -> None:
    assert shown(catalog, title=title).order.title == title


def test_a_demand_in_words_that_name_a_person_is_told_to_nobody(catalog: Catalog) -> None:
    job = shown(catalog, must_have=["truckcertifikat B", "fyldt 18 år", "skal tale med Mette"])
    assert job.order.must_have == ("truckcertifikat B", "fyldt 18 år")
    assert "mette" not in job.order.text.casefold()


def test_alternatives_stand_together_and_each_demand_once() -> None:
    asked = [
        demand("C", "driving_licence", group=0),
        demand("C/E", "driving_licence", group=0),
        demand("C", "driving_licence"),
        demand("dansk", "language"),
        {**demand("dansk", "language"), "level": "B1"},
        {**demand("minimumsalder", "age"), "level": "20"},
        demand("smed", "education", excluded=True),
        demand("scanner", hard=False),
        demand("dansk", "language", hard=False),
    ]
    must, nice = demands_in_words(asked)
    assert set(must) == {"kørekort C eller kørekort C/E", "dansk på B1", "fyldt 20 år"}
    assert nice == ("kendskab til scanner",)
