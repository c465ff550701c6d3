"""A database that cannot be used, told in words a person can act on and without what the statement held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from indexer.records.errors import RecordUnavailableError

# What the drivers say in English → what to do about it; the first that fits.
_EXPLANATIONS = (
    ("database is locked", "Arkivet er optaget af et andet program. Prøv igen om lidt."),
    ("disk is full", "Disken er fuld. Gør plads, og prøv igen; intet er halvt gemt."),
    ("no space left", "Disken er fuld. Gør plads, og prøv igen; intet er halvt gemt."),
    ("readonly database", "Arkivet må ikke skrives i. Giv brugeren skriveadgang til mappen."),
    ("unable to open database", "Arkivet kan ikke åbnes. Findes mappen, og må brugeren skrive i den?"),
    ("disk i/o error", "Disken svarer ikke, som den skal; måske er den fuld. Intet er halvt gemt."),
    ("not a database", "Filen er ikke et arkiv. Angiv en anden mappe med --data, eller hent arkivet fra en kopi."),
    ("malformed", "Arkivets fil er beskadiget. Hent den fra en kopi; se DEPLOYMENT.md."),
    ("connection", "Databasen svarer ikke. Er den startet, og er adressen rigtig?"),
)
_OTHERWISE = "Arkivet kan ikke bruges lige nu. Intet er halvt gemt."


@contextmanager
def outages_explained() -> Iterator[None]:
    """Turn the driver's outage into RecordUnavailableError."""
    try:
        yield
    except DatabaseError as error:
        # A damaged file has no class of its own; the other classes beneath are mistakes of the program.
        if not isinstance(error, OperationalError) and type(error) is not DatabaseError:
            raise
        raise RecordUnavailableError(_explained(error)) from error
    except InterfaceError as error:
        raise RecordUnavailableError(_explained(error)) from error


def _explained(error: DBAPIError) -> str:
    said = str(error.orig).lower()
    return next((text for sign, text in _EXPLANATIONS if sign in said), _OTHERWISE)
