"""Opening SQLite and PostgreSQL so that a transaction means the same on both."""

from __future__ import annotations

import sqlite3
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from indexer.private_files import make_private_file, make_private_folder
from indexer.records.errors import RecordAddressError, RecordUnavailableError
from taxonomy.os_reasons import reason

BUSY_SECONDS = 30  # how long a writer waits for its turn before it says that the record is busy

# FULL: what was answered as kept is on the disk, also when the power goes.
_SQLITE_PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}",
    "PRAGMA cache_size = -4096",
)


def open_engine(url: str) -> Engine:
    """An engine for the database; a path without a scheme is a SQLite file, whose folder is made.

    Raises RecordAddressError for an address of neither kind, RecordUnavailableError when the folder cannot be made.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    try:
        # Parameters are what people wrote: they stay out of error texts and logs.
        engine = create_engine(address, hide_parameters=True, pool_pre_ping=True)
    except ModuleNotFoundError as missing:
        raise RecordAddressError("PostgreSQL kræver: pip install 'jobformidling[postgresql]'") from missing
    # Before the library's own first look, which other encodings trip.
    event.listen(engine, "first_connect", _refuse_other_encodings, insert=True)
    return engine


def is_there(url: str) -> bool:
    """Whether there is something to open: a SQLite file that would be made first is not; servers are not asked."""
    address = _address(url)
    return address.get_backend_name() != "sqlite" or Path(address.database or "").is_file()


def same_place(one: str, other: str) -> bool:
    """Whether both addresses name one database, whoever signs in."""
    return _place(_address(one)) == _place(_address(other))


def _place(address: URL) -> tuple[object, ...]:
    if address.get_backend_name() == "sqlite":
        return (Path(address.database or "").resolve(),)
    return address.host, address.port or 5432, address.database


def is_sqlite(engine: Engine) -> bool:
    """Whether the database is a SQLite file."""
    return engine.dialect.name == "sqlite"


def _address(url: str) -> URL:
    try:
        address = make_url(url if "://" in url else f"sqlite:///{url}")
    except (ArgumentError, ValueError) as unreadable:
        raise RecordAddressError from unreadable
    if address.drivername in {"postgresql", "postgres"}:
        return address.set(drivername="postgresql+psycopg")
    if address.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise RecordAddressError
    return address


def _open_sqlite(address: URL) -> Engine:
    if address.database and address.database != ":memory:":
        _make_place(Path(address.database))
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _refuse_other_encodings(connection: Any, _: object) -> None:
    """A database that cannot hold every letter would refuse the first text that has one it lacks, months later."""
    encoding = connection.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise RecordUnavailableError(
            f"Databasen bruger tegnsættet {encoding}; arkivet kræver UTF8. Opret den med: "
            "createdb --encoding=UTF8 --template=template0 NAVN"
        )


def _make_place(file: Path) -> None:
    try:
        make_private_folder(file.parent)
    except OSError as error:
        raise RecordUnavailableError(f"Mappen {file.parent} kan ikke laves: {reason(error)}.") from error
    with suppress(OSError):  # told when it is opened
        make_private_file(file)


def _prepare(connection: sqlite3.Connection, _: object) -> None:
    # None: the driver begins no transaction of its own; _begin says which kind it is.
    connection.isolation_level = None
    _write_ahead(connection)
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(pragma)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; SQLite does not wait its turn for this, so that several starting at once must."""
    give_up = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
