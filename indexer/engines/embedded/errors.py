"""What can go wrong with an index folder, each with a Danish text that says what to do."""

from __future__ import annotations

from indexer.engines.contract import SearchUnavailableError


class EngineLockedError(SearchUnavailableError):
    """Another process writes in the folder."""

    def __init__(self, folder: str) -> None:
        super().__init__(f"Indekset i {folder} er i brug af en anden proces. Luk den, og prøv igen.")


class EngineDamagedError(SearchUnavailableError):
    """The files of the folder do not fit together, or belong to another schema."""

    def __init__(self, folder: str, why: str) -> None:
        self.why = f"Indekset i {folder} kan ikke bruges: {why}."
        super().__init__(f"{self.why} Kør: jobformidling index rebuild")


class EngineReadOnlyError(SearchUnavailableError):
    """The engine was opened for reading, or is closed."""

    def __init__(self) -> None:
        super().__init__(
            "Indekset er kun åbnet til læsning, for et andet program skriver i det. Stop det først, "
            "eller byg et nyt ved siden af: jobformidling index rebuild"
        )
