"""What the call-taker is told while the caller talks, before the order is saved."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from indexer.embedding.cache import FILE
from indexer.embedding.choose import choose_embedder
from taxonomy.catalog import Catalog
from tests.api.pages.typed_order import TYPED, send
from tests.api.serving import client_of, fill, in_step, small_components

NOTHING = dict.fromkeys(TYPED, "") | {"id": "T-9", "shift": "", "start": "", "employer": ""}


def told(client: TestClient, **typed: str) -> str:
    answer = client.post("/ordrer/ny/undervejs", data={**NOTHING, **typed})
    assert answer.status_code == 200, answer.text
    return answer.text


def test_a_few_words_say_where_the_order_goes_what_is_demanded_and_what_to_ask(client: TestClient) -> None:
    html = told(client, title="2 lagerfolk til aften", text="Truckcertifikat B er et krav.")
    assert "Går til Jobcenterafdeling JKM" in html
    assert "lagermedarbejder" in html
    assert '<mark class="krav">krav</mark> certifikat: <span lang="da">truckcertifikat B</span>' in html
    assert '<mark class="stilling">stilling</mark> <span lang="da">lagermedarbejder</span>' in html
    asked = html.partition("Spørg også om")[2].partition("Læst")[0]
    assert "hvor arbejdet er" in asked
    assert "timer om ugen" in asked
    assert "hvornår på døgnet" not in asked  # the words say it
    assert "hvilket job" not in asked


def test_how_many_fit_is_told_once_the_place_is_known_and_nobodys_cv_is(client: TestClient) -> None:
    words = {"title": "Lagermedarbejder", "text": "Pluk og pak."}
    assert "kan foreslås" not in told(client, **words)
    html = told(client, **words, postcode="2150")
    assert "kan foreslås" in html
    assert "P-1" not in html


def test_words_that_name_no_job_are_said_to_be_asked_about(client: TestClient) -> None:
    html = told(client, title="En til mandag", text="De ringer igen på 20 30 40 50.")
    assert "KVS afgør" in html
    assert "hvilket job det er" in html
    assert "ringer tilbage" not in html  # the words hold the number


def test_an_order_like_one_of_the_same_company_is_pointed_out_before_it_is_saved(client: TestClient) -> None:
    send(client, id="T-først", employer="Nordlager ApS")
    html = told(client, title="Lagermedarbejder", postcode="2150", employer="Nordlager ApS")
    assert 'href="/ordrer/T-f%C3%B8rst" target="_blank"' in html
    assert "T-f%C3%B8rst" not in told(client, title="Lagermedarbejder", postcode="2150", employer="En anden A/S")


@pytest.mark.parametrize(
    "typed",
    [
        {"postcode": "0000", "positions": "mange", "cvr": "1", "hours_per_week": "fuld tid"},
        {"order_type": "ukendt", "shift": "måske", "start": "2026-99-99", "contact.email": "x" * 5000},
        {"text": "Pluk\x00", "must_have": "\n".join("æ" * 600 for _ in range(200))},
    ],
)
def test_what_is_wrong_so_far_keeps_nothing_from_being_understood(client: TestClient, typed: dict[str, str]) -> None:
    assert "Jobcenterafdeling JKM" in told(client, **{"title": "Lagermedarbejder", **typed})


def test_nothing_is_kept_of_what_is_understood_under_way(client: TestClient) -> None:
    before = client.get("/health").json()["record"]["changes"]
    told(client, title="Lagermedarbejder", text="Pluk og pak.", postcode="2150")
    assert client.get("/health").json()["record"]["changes"] == before
    assert client.get("/ordrer/T-9").status_code == 404


def test_before_there_are_words_it_says_what_will_stand_there(client: TestClient) -> None:
    assert "Her står, hvad der er forstået" in told(client)
    assert "While you write" in client.post("/ordrer/ny/undervejs", data=NOTHING, headers={"Cookie": "sprog=en"}).text


def test_while_the_search_is_down_the_rest_is_told(without_search: TestClient) -> None:
    html = told(without_search, title="Lagermedarbejder", text="Pluk og pak.", postcode="2150")
    assert "Jobcenterafdeling JKM" in html
    assert "kan foreslås" not in html


def test_no_vector_of_what_is_half_typed_is_stored(tmp_path: Path, small_catalog: Catalog) -> None:
    own = choose_embedder(cache_folder=tmp_path)  # other tests run beside this one and fill the shared vectors
    made = small_components(tmp_path / "data", own, small_catalog)
    fill(made)

    def stored() -> int:
        with closing(sqlite3.connect(tmp_path / FILE)) as vectors:
            return int(vectors.execute("SELECT count(*) FROM vectors").fetchone()[0])

    with client_of(made) as client:
        in_step(made)
        before = stored()
        assert "kan foreslås" in told(client, title="Lagermedarbejder", text="Pluk og pak.", postcode="2150")
        assert 0 < before == stored()
    own.close()
