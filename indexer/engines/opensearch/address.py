"""Where the cluster is and how it is talked to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

SEARCH_SECONDS = 2.5  # with the work around it, whoever asks is answered within three seconds
WRITE_SECONDS = 30.0  # a batch of changes on a cluster that also moves its shards
_PREFIX = re.compile(r"[a-z0-9][a-z0-9_]{0,60}")


class OpenSearchAddressError(ValueError):
    """The settings do not make an address; the text says which and never quotes a secret."""


@dataclass(frozen=True, slots=True)
class OpenSearchAddress:
    """One or several nodes of one cluster, the secrets to get in, and the first part of every index's name.

    Two records must not share a prefix on one cluster. Secrets are left out of the value's text.
    """

    urls: tuple[str, ...]
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    api_key: str | None = field(default=None, repr=False)
    ca_file: Path | None = None
    search_seconds: float = SEARCH_SECONDS
    write_seconds: float = WRITE_SECONDS
    prefix: str = "jobformidling"


def checked(address: OpenSearchAddress) -> OpenSearchAddress:
    """The address with user and password taken out of the URLs; OpenSearchAddressError when it cannot be one."""
    if not address.urls:
        raise OpenSearchAddressError("OpenSearch mangler en adresse. Angiv: --opensearch-url http://127.0.0.1:9200")
    if not _PREFIX.fullmatch(address.prefix):
        raise OpenSearchAddressError("Indeksenes fornavn må kun have små bogstaver a-z, cifre og _.")
    if address.ca_file is not None and not address.ca_file.is_file():
        raise OpenSearchAddressError(f"Certifikatfilen {address.ca_file} findes ikke.")
    if min(address.search_seconds, address.write_seconds) <= 0:
        raise OpenSearchAddressError("Ventetider til OpenSearch skal være over 0 sekunder.")
    return _without_secrets(address, [_parted(url) for url in address.urls])


def _without_secrets(
    address: OpenSearchAddress, parts: Sequence[tuple[str, str | None, str | None]]
) -> OpenSearchAddress:
    user = address.user or next((user for _, user, _ in parts if user), None)
    password = address.password or next((password for _, _, password in parts if password), None)
    return replace(address, urls=tuple(url for url, _, _ in parts), user=user, password=password)


def _parted(url: str) -> tuple[str, str | None, str | None]:
    try:
        split = urlsplit(url.strip())
        host, port = split.hostname, split.port
    except ValueError:
        host = None
    if not host or split.scheme not in {"http", "https"} or split.path not in {"", "/"}:
        raise OpenSearchAddressError("Adressen på OpenSearch skal ligne https://vært:9200; flere adskilles med komma.")
    place = f"[{host}]" if ":" in host else host
    port = port or (443 if split.scheme == "https" else 9200)
    user, password = (unquote(one) if one else None for one in (split.username, split.password))
    return urlunsplit((split.scheme, f"{place}:{port}", "", "", "")), user, password
