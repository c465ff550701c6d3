"""What can go wrong with a cluster, each told in Danish with what to do, quoting nothing of what was sent."""

from __future__ import annotations

from collections.abc import Sequence

from indexer.engines.contract import SearchUnavailableError


class OpenSearchDownError(SearchUnavailableError):
    """No node answers, or not in time."""

    def __init__(self) -> None:
        super().__init__("OpenSearch svarer ikke. Ordrer og CV'er gemmes som altid; søgningen prøves igen om lidt.")


class OpenSearchBusyError(SearchUnavailableError):
    """The cluster has more to do than it can."""

    def __init__(self) -> None:
        super().__init__("OpenSearch har for travlt lige nu. Prøv igen om lidt.")


class OpenSearchDeniedError(SearchUnavailableError):
    """The cluster does not know us, or does not let us."""

    def __init__(self) -> None:
        super().__init__("OpenSearch afviser adgangen. Kontrollér bruger, adgangskode, nøgle og certifikat.")


class OpenSearchElsewhereError(SearchUnavailableError):
    """What answers at the address is no OpenSearch: another program, or a page that a proxy puts in its place."""

    def __init__(self) -> None:
        super().__init__("På adressen svarer noget andet end OpenSearch. Er adressen rigtig?")


class OpenSearchBlockedError(SearchUnavailableError):
    """The index takes no changes: read-only, or the disk is full."""

    def __init__(self) -> None:
        super().__init__("OpenSearch tager ikke imod ændringer: indekset er skrivebeskyttet, eller disken er fuld.")


class OpenSearchIndexMissingError(SearchUnavailableError):
    """The index is not there."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Indekset {name} findes ikke i OpenSearch. Kør: jobformidling index rebuild")


class OpenSearchIndexUnfitError(SearchUnavailableError):
    """The index is of another form than this version reads and writes."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Indekset {name} i OpenSearch har en anden form. Kør: jobformidling index rebuild")


class OpenSearchRefusedError(SearchUnavailableError):
    """The cluster does not take a request that we took to be right; `kind` is its own word for why."""

    def __init__(self, status: int, kind: str) -> None:
        super().__init__(f"OpenSearch afviste en forespørgsel ({status}, {kind}).")
        self.status, self.kind = status, kind


class PoisonDocumentsError(ValueError):
    """The cluster does not take these documents; all others of the same call are in."""

    def __init__(self, ids: Sequence[str]) -> None:
        super().__init__(f"OpenSearch tager ikke imod: {', '.join(ids)}")
        self.ids = tuple(ids)
