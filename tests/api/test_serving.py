from __future__ import annotations

import socket
import threading
import urllib.error
import urllib.request
from pathlib import Path
from typing import cast

import pytest
from click.testing import CliRunner
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.cli import main
from api.commands.serving import load_collection, make_server
from indexer.embedding.cache import CachedEmbedder
from taxonomy.catalog import Catalog
from tests.api.serving import fill, small_components


@pytest.mark.parametrize("host", ["10.0.0.1", "192.0.2.1", "kontor.example"])
def test_without_sign_in_no_other_machine_is_listened_to(host: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["serve", "--host", host, "--data", str(tmp_path)])
    assert done.exit_code == 2
    assert "ikke noget login" in done.stderr


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(main, ["serve", "--port", str(port), "--data", str(tmp_path)])
    assert done.exit_code == 2
    assert f"Port {port}" in done.stderr


def test_the_examples_are_loaded_into_an_empty_record_only(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    components = small_components(tmp_path, embedder, small_catalog)
    fill(components)
    assert not load_collection(components)
    components.close()


def test_a_server_answers_on_its_own_address_until_it_is_stopped(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog, capfd: pytest.CaptureFixture[str]
) -> None:
    server = make_server(small_components(tmp_path, embedder, small_catalog), "127.0.0.1")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        serving = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        serving.start()
        try:
            with urllib.request.urlopen(f"{base}/jobs?q=hemmelig", timeout=60) as answer:  # noqa: S310 - our own address
                assert answer.status == 200
                assert "server" not in answer.headers
            order = urllib.request.Request(  # noqa: S310 - our own address
                f"{base}/api/v1/job-orders/A%2F1",
                method="PATCH",
                data=b"{}",
                headers={"Content-Type": "application/json"},
            )
            with pytest.raises(urllib.error.HTTPError, match="404") as refused:
                urllib.request.urlopen(order, timeout=60)  # noqa: S310 - our own address
            assert "A/1 findes ikke" in refused.value.read().decode()
            refused.value.close()
        finally:
            server.should_exit = True
            serving.join(60)
    assert not serving.is_alive()
    assert "hemmelig" not in "".join(capfd.readouterr())


def test_a_proxy_in_front_is_answered_by_the_names_that_the_settings_give_it_and_no_others(
    tmp_path: Path, embedder: CachedEmbedder, small_catalog: Catalog
) -> None:
    given = {"hosts": "Job.example.dk, intern.example.dk"}
    server = make_server(small_components(tmp_path, embedder, small_catalog, **given), "127.0.0.1")

    def typed(host: str, origin: str) -> int:
        with TestClient(cast("FastAPI", server.config.app), base_url=f"https://{host}") as browser:
            return browser.post("/ordrer/ny", data={}, headers={"Origin": origin}).status_code

    assert typed("job.example.dk", "https://job.example.dk") == 422  # let in: the form lacks everything
    assert typed("job.example.dk", "https://evil.example") == 403
    assert typed("other.example.dk", "https://other.example.dk") == 403
