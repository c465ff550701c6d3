"""One index of the cluster behind its alias: made, found again, put back behind its name, removed."""

from __future__ import annotations

from indexer.engines.contract import CollectionSchema
from indexer.engines.opensearch.changes import APPLIED_ID
from indexer.engines.opensearch.cluster import Cluster
from indexer.engines.opensearch.errors import (
    OpenSearchIndexMissingError,
    OpenSearchIndexUnfitError,
    OpenSearchRefusedError,
)
from indexer.engines.opensearch.index_form import fingerprint, index_body

_NOT_FOUND, _NO_INDEX = 404, "index_not_found_exception"
_MADE_MEANWHILE = "resource_already_exists_exception"
_FIRST = "-1"  # an operator who splits or restores it gives the new index another number and moves the alias


def open_index(cluster: Cluster, alias: str, schema: CollectionSchema) -> None:
    """Make the index unless it is there; OpenSearchIndexUnfitError when it is of another form."""
    held = _fingerprint(cluster, alias)
    if held is None:
        try:
            mend_alias(cluster, alias)
        except OpenSearchIndexMissingError:
            _make(cluster, alias, schema)
        held = _fingerprint(cluster, alias)
    if held != fingerprint(schema):
        raise OpenSearchIndexUnfitError(alias)


def mend_alias(cluster: Cluster, alias: str) -> None:
    """Put the index behind its alias again; OpenSearchIndexMissingError when there is none."""
    try:
        cluster.change("PUT", f"/{alias}{_FIRST}/_alias/{alias}", {"is_write_index": True})
    except OpenSearchRefusedError as failure:
        raise (OpenSearchIndexMissingError(alias) if failure.status == _NOT_FOUND else failure) from None


def remove_index(cluster: Cluster, alias: str) -> None:
    """Delete whatever stands behind the alias, and the index that was made for it; none is no error."""
    for index in {*_behind(cluster, alias), f"{alias}{_FIRST}"}:
        try:
            cluster.change("DELETE", f"/{index}", ignore_unavailable="true")
        except OpenSearchRefusedError as failure:
            if failure.status != _NOT_FOUND:
                raise


def applied(cluster: Cluster, alias: str) -> int:
    """How far the queue is durably in; 0 before anything was said of it."""
    try:
        return int(cluster.ask("GET", f"/{alias}/_doc/{APPLIED_ID}")["_version"])
    except OpenSearchRefusedError as failure:
        if failure.status == _NOT_FOUND and failure.kind != _NO_INDEX:
            return 0
        raise


def work_done(cluster: Cluster, aliases: list[str]) -> tuple[int, int]:
    """How many searches and changes the indexes have seen; those that are gone count nothing."""
    stats = cluster.ask("GET", f"/{','.join(aliases)}/_stats/search,indexing", ignore_unavailable="true")
    total = stats["_all"].get("total", {})
    searches, changes = total.get("search", {}), total.get("indexing", {})
    return int(searches.get("query_total", 0)), int(changes.get("index_total", 0))


def names(cluster: Cluster, prefix: str) -> list[str]:
    """The names of all indexes and aliases that begin so."""
    found = cluster.ask("GET", f"/{prefix}*/_alias")
    aliases = {alias for index in found.values() for alias in index["aliases"] if alias.startswith(prefix)}
    return sorted({*found, *aliases})


def _make(cluster: Cluster, alias: str, schema: CollectionSchema) -> None:
    body = {**index_body(schema), "aliases": {alias: {"is_write_index": True}}}
    try:
        cluster.change("PUT", f"/{alias}{_FIRST}", body)
    except OpenSearchRefusedError as failure:
        if failure.kind != _MADE_MEANWHILE:
            raise


def _fingerprint(cluster: Cluster, alias: str) -> str | None:
    try:
        mappings = cluster.ask("GET", f"/{alias}/_mapping")
    except OpenSearchRefusedError as failure:
        if failure.status == _NOT_FOUND:
            return None
        raise
    return next((str(one["mappings"].get("_meta", {}).get("fingerprint")) for one in mappings.values()), None)


def _behind(cluster: Cluster, alias: str) -> list[str]:
    try:
        return list(cluster.ask("GET", f"/_alias/{alias}"))
    except OpenSearchRefusedError as failure:
        if failure.status == _NOT_FOUND:
            return []
        raise
