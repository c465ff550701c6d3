"""Search inside this process: words by postings in memory, meaning by an exact scan."""

from indexer.engines.embedded.engine import EmbeddedEngine
from indexer.engines.embedded.errors import EngineDamagedError, EngineLockedError, EngineReadOnlyError

__all__ = ["EmbeddedEngine", "EngineDamagedError", "EngineLockedError", "EngineReadOnlyError"]
