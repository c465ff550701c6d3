"""The generations of an index in an OpenSearch cluster: two indexes each, behind aliases that name the generation."""

from __future__ import annotations

import re
import time

from indexer.engines.contract import CollectionSchema, SearchUnavailableError
from indexer.engines.index_engines import IndexEngines
from indexer.engines.opensearch import Cluster, OpenSearchEngine
from indexer.engines.opensearch.index import applied, names, remove_index, work_done

# A generation may be removed once it has been idle this long. Processes that search check at every search whether
# another generation is in use by now; a process that builds one writes a batch every few seconds.
QUIET_SECONDS, QUIET_BUILDING_SECONDS = 1.0, 10.0
_PATIENCE = 10.0  # seconds for searching processes to change to the new one
_LOOK = 0.25


class GenerationInUseError(SearchUnavailableError):
    """Somebody still searches or builds the generation."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Indekset {name} er i brug eller ved at blive bygget af en anden proces.")


class OpenSearchGenerations:
    """Generations as PREFIX-<name>-cvs and PREFIX-<name>-job_orders; one record a prefix."""

    def __init__(self, cluster: Cluster, cvs: CollectionSchema, job_orders: CollectionSchema) -> None:
        self._cluster, self._schemas = cluster, {"cvs": cvs, "job_orders": job_orders}
        self._prefix = f"{cluster.address.prefix}-"

    def open(self, name: str, *, read_only: bool = False) -> IndexEngines:  # noqa: ARG002
        """The generation's engines, made when new; any number of processes may write. Raises SearchUnavailableError."""
        return IndexEngines(self._engine(name, "cvs"), self._engine(name, "job_orders"))

    def remove(self, name: str) -> None:
        """Delete the generation's indexes; GenerationInUseError when somebody still searches or builds them."""
        held = [self._alias(name, one) for one in self._schemas if self._alias(name, one) in self._held()]
        if held:
            self._wait_until_quiet(name, held)
        for alias in held:
            remove_index(self._cluster, alias)

    def names(self) -> list[str]:
        """The generations that have an index, in order."""
        form = re.compile(rf"{re.escape(self._prefix)}(\w+)-(?:{'|'.join(self._schemas)})(?:-\d+)?")
        return sorted({found[1] for one in self._held() if (found := form.fullmatch(one))})

    def close(self) -> None:
        """Let go of the cluster; safe to call twice."""
        self._cluster.close()

    def _wait_until_quiet(self, name: str, aliases: list[str]) -> None:
        half_built = not all(applied(self._cluster, alias) for alias in aliases)
        quiet = QUIET_BUILDING_SECONDS if half_built else QUIET_SECONDS
        began = time.monotonic()
        since, work = began, work_done(self._cluster, aliases)
        while (now := time.monotonic()) - since < quiet:
            if now - began > _PATIENCE + quiet:
                raise GenerationInUseError(name)
            time.sleep(_LOOK)
            if (done := work_done(self._cluster, aliases)) != work:
                if half_built:
                    raise GenerationInUseError(name)
                since, work = time.monotonic(), done

    def _held(self) -> list[str]:
        return names(self._cluster, self._prefix)

    def _alias(self, name: str, collection: str) -> str:
        return f"{self._prefix}{name}-{collection}"

    def _engine(self, name: str, collection: str) -> OpenSearchEngine:
        return OpenSearchEngine(self._cluster, self._alias(name, collection), self._schemas[collection])
