"""A database that cannot be used, told in words a person can act on and without what the statement held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import InterfaceError, OperationalError

from indexer.records.errors import RecordUnavailableError

# What the drivers say in English → what to do about it; the first that fits.
_EXPLANATIONS = (
    ("database is locked", "Arkivet er optaget af et andet program. Prøv igen om lidt."),
    ("disk is full", "Disken er fuld. Gør plads, og prøv igen; intet er halvt gemt."),
    ("no space left", "Disken er fuld. Gør plads, og prøv igen; intet er halvt gemt."),
    ("readonly database", "Arkivet må ikke skrives i. Giv brugeren skriveadgang til mappen."),
    ("unable to open database", "Arkivet kan ikke åbnes. Findes mappen, og må brugeren skrive i den?"),
    ("disk i/o error", "Disken svarer ikke, som den skal. Intet er halvt gemt."),
    ("connection", "Databasen svarer ikke. Er den startet, og er adressen rigtig?"),
)
_OTHERWISE = "Arkivet kan ikke bruges lige nu. Intet er halvt gemt."


@contextmanager
def outages_explained() -> Iterator[None]:
    """Turn the driver's outage into RecordUnavailableError."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        said = str(error.orig).lower()
        explanation = next((text for sign, text in _EXPLANATIONS if sign in said), _OTHERWISE)
        raise RecordUnavailableError(explanation) from error
