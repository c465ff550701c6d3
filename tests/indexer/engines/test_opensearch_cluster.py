"""What is made of a cluster's answers, and of none, without a cluster."""

from __future__ import annotations

import base64
import json
import logging
import socket
import time
from pathlib import Path

import pytest

from indexer.engines.contract import SearchUnavailableError
from indexer.engines.opensearch import Cluster, OpenSearchAddress, OpenSearchAddressError, PoisonDocumentsError, bulk
from indexer.engines.opensearch.address import checked
from indexer.engines.opensearch.errors import (
    OpenSearchBlockedError,
    OpenSearchBusyError,
    OpenSearchDeniedError,
    OpenSearchDownError,
    OpenSearchElsewhereError,
    OpenSearchIndexMissingError,
    OpenSearchRefusedError,
)
from indexer.engines.opensearch.values import is_digest, plain, retold, stored, told
from tests.indexer.engines.answering_server import Answering, Request, answering

CHANGES = [bulk.DocumentChange(f"C-{n}", n, {"id": f"C-{n}"}) for n in range(1, 6)]
FINE: dict[str, object] = {"errors": False, "items": []}


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "FIRST_PAUSE", 0.001)


def failed(kind: str) -> dict[str, object]:
    return {"error": {"type": kind, "reason": "hemmelig tekst fra et CV"}, "status": 0}


def outcomes(request: Request, **by_id: tuple[int, str]) -> dict[str, object]:
    ids = [json.loads(line)["index"]["_id"] for line in request[2].splitlines()[::2]]
    items = []
    for one in ids:
        status, kind = by_id.get(one.replace("-", "_"), (200, ""))
        items.append({"index": {"_id": one, "status": status, "error": {"type": kind}}})
    return {"errors": any(item["index"]["status"] >= 400 for item in items), "items": items}


def cluster_of(*servers: Answering, **given: object) -> Cluster:
    return Cluster(OpenSearchAddress(tuple(server.url for server in servers), **given))


# Addresses and secrets


def test_user_and_password_are_taken_out_of_the_address_and_never_shown() -> None:
    address = checked(OpenSearchAddress(("https://centre:l%C3%B8n%40x@host.example", "http://[::1]:9201/")))
    assert address.urls == ("https://host.example:443", "http://[::1]:9201")
    assert (address.user, address.password) == ("centre", "løn@x")
    assert "løn" not in repr(address)


@pytest.mark.parametrize(
    "address",
    [
        OpenSearchAddress(()),
        OpenSearchAddress(("host:9200",)),
        OpenSearchAddress(("http://host:hemmelig",)),
        OpenSearchAddress(("http://host:9200/sti",)),
        OpenSearchAddress(("http://host",), prefix="Stort Navn"),
        OpenSearchAddress(("http://host",), search_seconds=0),
        OpenSearchAddress(("https://host",), ca_file=Path("/findes/ikke.pem")),
    ],
)
def test_an_address_that_cannot_be_one_is_refused_in_danish(address: OpenSearchAddress) -> None:
    with pytest.raises(OpenSearchAddressError, match=r"OpenSearch|fornavn|Certifikatfilen") as refusal:
        checked(address)
    assert "hemmelig" not in str(refusal.value)


def test_secrets_reach_the_cluster_and_nothing_else(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with answering(lambda _: (401, failed("security_exception"))) as server:
        for given in ({"user": "centre", "password": "tys"}, {"api_key": "tys"}):
            cluster = cluster_of(server, **given)
            with pytest.raises(OpenSearchDeniedError) as refusal:
                cluster.ask("GET", "/")
            cluster.close()
            assert "tys" not in str(refusal.value)
        sent = [headers["authorization"] for headers in server.headers]
    assert sent == ["Basic " + base64.b64encode(b"centre:tys").decode(), "ApiKey tys"]
    assert "tys" not in caplog.text


# Failures in our words


@pytest.mark.parametrize(
    ("status", "kind", "error"),
    [
        (403, "security_exception", OpenSearchDeniedError),
        (403, "cluster_block_exception", OpenSearchBlockedError),
        (429, "circuit_breaking_exception", OpenSearchBusyError),
        (503, "no_shard_available_action_exception", OpenSearchDownError),
        (503, "cluster_block_exception", OpenSearchDownError),
        (400, "parsing_exception", OpenSearchRefusedError),
    ],
)
def test_every_failure_of_the_cluster_is_told_in_our_words_alone(
    status: int, kind: str, error: type[SearchUnavailableError]
) -> None:
    with answering(lambda _: (status, failed(kind))) as server:
        cluster = cluster_of(server)
        with pytest.raises(error) as refusal:
            cluster.ask("GET", "/")
        cluster.close()
    assert "CV" not in str(refusal.value).replace("CV'er", "")


def test_a_page_in_place_of_an_answer_is_told_as_another_program() -> None:
    with answering(lambda _: (200, b"<h1>Velkommen, hemmelig</h1>")) as server:
        cluster = cluster_of(server)
        with pytest.raises(OpenSearchElsewhereError, match="andet end OpenSearch") as failure:
            cluster.ask("GET", "/")
        cluster.close()
    assert "hemmelig" not in str(failure.value)


def test_another_node_is_asked_when_one_does_not_answer() -> None:
    with answering(lambda _: (503, failed("node_closed_exception"))) as ill, answering(lambda _: (200, {})) as well:
        cluster = cluster_of(ill, well)
        assert [cluster.ask("GET", "/") for _ in range(6)] == [{}] * 6
        cluster.close()
        assert well.asked


def test_once_nobody_answers_nobody_waits() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.settimeout(0)
        address = OpenSearchAddress((f"http://127.0.0.1:{silent.getsockname()[1]}",), search_seconds=0.2)
        cluster = Cluster(address)
        with pytest.raises(OpenSearchDownError):
            cluster.ask("GET", "/")
        silent.accept()[0].close()
        for _ in range(100):
            with pytest.raises(OpenSearchDownError):
                cluster.ask("GET", "/")
        with pytest.raises(BlockingIOError):
            silent.accept()
        cluster.close()


def test_all_that_one_search_asks_shares_its_time() -> None:
    with answering(lambda _: (200, {})) as server:
        cluster = cluster_of(server, search_seconds=0.5)
        with cluster.one_answer():
            assert cluster.ask("GET", "/") == {}
            time.sleep(0.5)
            with pytest.raises(OpenSearchDownError):
                cluster.ask("GET", "/")
        cluster.close()
    assert len(server.asked) == 1


def test_the_way_is_free_again_once_somebody_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indexer.engines.opensearch.circuit.FIRST_PAUSE", 0.0)
    answers = iter([(503, failed("x")), (200, {})])
    with answering(lambda _: next(answers)) as server:
        cluster = cluster_of(server)
        with pytest.raises(OpenSearchDownError):
            cluster.ask("GET", "/")
        assert cluster.ask("GET", "/") == {}
        cluster.close()


# Many changes at once


def test_what_a_busy_cluster_leaves_out_is_sent_again_and_nothing_else() -> None:
    def answers(request: Request) -> tuple[int, object]:
        first = len(server.asked) == 1
        return 200, outcomes(request, C_2=(429, "rejected"), C_4=(503, "moving")) if first else outcomes(request)

    with answering(answers) as server:
        cluster = cluster_of(server)
        bulk.write(cluster, "a", CHANGES)
        cluster.close()
    assert [body.count("\n") // 2 for _, _, body in server.asked] == [5, 2]
    assert all("require_alias=true" in path for _, path, _ in server.asked)


def test_a_whole_request_that_comes_too_early_is_sent_again() -> None:
    answers = iter([(429, failed("rejected_execution_exception")), (200, FINE)])
    with answering(lambda _: next(answers)) as server:
        cluster = cluster_of(server)
        bulk.write(cluster, "a", CHANGES)
        cluster.close()
    assert len(server.asked) == 2


def test_a_cluster_that_stays_busy_is_left_alone_after_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "PATIENCE", 0.005)
    with answering(lambda _: (429, failed("rejected_execution_exception"))) as server:
        cluster = cluster_of(server)
        with pytest.raises(OpenSearchBusyError):
            bulk.write(cluster, "a", CHANGES)
        cluster.close()


def test_a_document_that_is_not_taken_is_named_and_holds_up_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BYTES_AT_ONCE", 200)
    with answering(lambda request: (200, outcomes(request, C_2=(400, "mapper_parsing_exception")))) as server:
        cluster = cluster_of(server)
        with pytest.raises(PoisonDocumentsError, match=r"C-2$") as refusal:
            bulk.write(cluster, "a", CHANGES)
        cluster.close()
    assert refusal.value.ids == ("C-2",)
    assert any("C-5" in request[2] for request in server.asked)


def test_an_older_change_than_held_is_no_error() -> None:
    older = (409, "version_conflict_engine_exception")
    with answering(lambda request: (200, outcomes(request, C_1=older))) as server:
        cluster = cluster_of(server)
        bulk.write(cluster, "a", CHANGES)
        cluster.close()
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("outcome", "error"),
    [
        ((404, "index_not_found_exception"), OpenSearchIndexMissingError),
        ((403, "cluster_block_exception"), OpenSearchBlockedError),
        ((500, "x"), OpenSearchDownError),
    ],
)
def test_an_index_that_takes_nothing_stops_the_call(outcome: tuple[int, str], error: type[Exception]) -> None:
    with answering(lambda request: (200, outcomes(request, C_3=outcome))) as server:
        cluster = cluster_of(server)
        with pytest.raises(error):
            bulk.write(cluster, "a", CHANGES)
        cluster.close()


# Values


@pytest.mark.parametrize("value", ["", "=x", "#x", "æøå", "x" * 256])
def test_a_value_that_fits_stands_as_it_is(value: str) -> None:
    assert plain(stored(value)) == value
    assert not is_digest(stored(value))
    assert told(value) is None


@pytest.mark.parametrize("value", ["x" * 70_000, "\ud800"])
def test_a_value_that_does_not_fit_is_kept_beside_its_digest(value: str) -> None:
    kept = told(value)
    assert is_digest(stored(value))
    assert kept is not None
    assert retold(kept) == value
