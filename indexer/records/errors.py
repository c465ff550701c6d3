"""What can go wrong with the record, in words for the person in front of it."""

from __future__ import annotations


class RecordError(Exception):
    """Something the record could not do; nothing of the transaction was kept."""


class RevisionConflictError(RecordError):
    """Somebody else changed the record in between; nothing was overwritten."""

    def __init__(self, record_id: str, expected: int, found: int | None) -> None:
        self.record_id, self.expected, self.found = record_id, expected, found
        other = f", ikke udgave {expected}" if expected else ""  # 0 is no revision: an ETag that is none of ours
        is_now = f"er nu udgave {found}{other}" if found else f"findes ikke i udgave {expected}"
        super().__init__(f"{record_id} {is_now}. Hent den igen, og ret så.")


class RecordNotFoundError(RecordError):
    """There is no such record."""

    def __init__(self, kind: str, record_id: str) -> None:
        self.kind, self.record_id = kind, record_id
        super().__init__(f"{record_id} findes ikke i arkivet.")


class RecordUnavailableError(RecordError):
    """The database cannot be used now."""


class RecordAddressError(RecordError):
    """The address names no database that this program can open; it may hold a password and is not repeated."""

    def __init__(self, why: str = "") -> None:
        forms = "sqlite:///mappe/arkiv.sqlite eller postgresql://bruger@vaert/arkiv"
        super().__init__(why or f"Arkivets adresse kan ikke bruges. Skriv {forms}.")


class ReadOnlyError(RecordError):
    """Something was written in a reading; a mistake of the program, not of its user."""

    def __init__(self) -> None:
        super().__init__("Der blev skrevet i en læsning; brug database.transaction.")


class SchemaNotAtHeadError(RecordError):
    """The database's tables are not those this program works with."""
