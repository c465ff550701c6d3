"""A database that cannot be used, told in words a person can act on and without what the statement held."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError

from indexer.records.errors import RecordUnavailableError

_DENIED = "Databasen afviser os. Er bruger og adgangskode rigtige? Adgangskoden kan gives i PGPASSWORD."
_TAKEN = "Databasen har ikke flere ledige forbindelser. Prøv igen om lidt, eller hæv max_connections."
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
    ("too many connections", _TAKEN),
    ("too many clients", _TAKEN),
    ("connection slots", _TAKEN),
    ("password", _DENIED),
    ("no pg_hba.conf entry", _DENIED),
    ("permission denied", _DENIED),
    ('" does not exist', "Databasen eller brugeren findes ikke på serveren. Opret dem, eller ret arkivets adresse."),
    # A password with such letters in the address ends it early, and what follows is taken for the host.
    (
        "resolve host",
        "Databasens maskine findes ikke. Er adressen rigtig? Har adgangskoden tegn som @ : /, gives den i PGPASSWORD.",
    ),
    ("connection", "Databasen svarer ikke. Er den startet, og er adressen rigtig?"),
)
_OTHERWISE = "Arkivet kan ikke bruges lige nu. Intet er halvt gemt."
# PostgreSQL's codes for what is no outage to the driver and no mistake of the program either.
_STATES = {
    "42501": "Brugeren må ikke læse, skrive eller oprette tabeller i databasen. Lad den eje databasen.",
    "25006": "Databasen er en kopi, der kun kan læses. Angiv den database, der skrives i.",
}


@contextmanager
def outages_explained() -> Iterator[None]:
    """Turn the driver's outage into RecordUnavailableError."""
    try:
        yield
    except DatabaseError as error:
        if not _is_outage(error):
            raise
        raise RecordUnavailableError(_explained(error)) from error
    except InterfaceError as error:
        raise RecordUnavailableError(_explained(error)) from error


def _is_outage(error: DatabaseError) -> bool:
    """A damaged file has no class of its own; the other classes beneath are mistakes of the program."""
    return isinstance(error, OperationalError) or type(error) is DatabaseError or _state(error) in _STATES


def _state(error: DBAPIError) -> str:
    return str(getattr(error.orig, "sqlstate", None) or "")


def _explained(error: DBAPIError) -> str:
    if known := _STATES.get(_state(error)):
        return known
    said = str(error.orig).lower()
    return next((text for sign, text in _EXPLANATIONS if sign in said), _OTHERWISE)
