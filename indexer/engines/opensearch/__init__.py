"""Search in an OpenSearch cluster, when one machine is too small; only opensearch-py talks to it."""

from indexer.engines.opensearch.address import OpenSearchAddress, OpenSearchAddressError
from indexer.engines.opensearch.cluster import Cluster
from indexer.engines.opensearch.engine import OpenSearchEngine
from indexer.engines.opensearch.errors import PoisonDocumentsError

__all__ = ["Cluster", "OpenSearchAddress", "OpenSearchAddressError", "OpenSearchEngine", "PoisonDocumentsError"]
