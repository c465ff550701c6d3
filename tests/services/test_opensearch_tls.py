"""A cluster behind TLS is trusted by its certificate alone."""

from __future__ import annotations

import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.engines.opensearch import Cluster, OpenSearchAddress
from indexer.engines.opensearch.errors import OpenSearchDeniedError
from tests.indexer.engines.answering_server import answering

pytestmark = pytest.mark.services


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "certificate.pem", folder / "key.pem"
    asked = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-out", made[0], "-keyout", made[1]]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run(["openssl", *asked, *names], check=True, capture_output=True)
    return made


@pytest.fixture
def url(certificate: tuple[Path, Path]) -> Iterator[str]:
    with answering(lambda _: (200, {"fine": True})) as server:
        secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        secure.load_cert_chain(*certificate)
        server.socket = secure.wrap_socket(server.socket, server_side=True)
        yield f"https://localhost:{server.server_address[1]}"


def test_the_named_certificate_is_trusted(url: str, certificate: tuple[Path, Path]) -> None:
    cluster = Cluster(OpenSearchAddress((url,), ca_file=certificate[0]))
    assert cluster.ask("GET", "/") == {"fine": True}
    cluster.close()


def test_a_certificate_that_nobody_named_is_not(url: str) -> None:
    cluster = Cluster(OpenSearchAddress((url,), user="centre", password="tys"))  # noqa: S106
    with pytest.raises(OpenSearchDeniedError, match="certifikat") as refusal:
        cluster.ask("GET", "/")
    assert "tys" not in str(refusal.value)
    cluster.close()
