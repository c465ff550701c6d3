"""Compiles the gettext catalogue from its table: `python -m api.translations`."""

from __future__ import annotations

import struct
import tomllib
from collections.abc import Mapping

from api.translations.danish import CATALOGUE, FOLDER

MAGIC = 0x950412DE  # of the GNU MO format
HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"
TABLE = FOLDER / "click_da.toml"


def texts() -> Mapping[str, str]:
    """Danish by English; singular and plural are separated by NUL, as gettext has it."""
    table = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    counted = {f"{one['one']}\0{one['many']}": f"{one['danish_one']}\0{one['danish_many']}" for one in table["counted"]}
    return {"": HEADER, **table["texts"], **counted}


def compiled(known: Mapping[str, str]) -> bytes:
    """The texts in the GNU MO format: a head, where each English and each Danish text lies, and the texts."""
    pairs = sorted((english.encode(), danish.encode()) for english, danish in known.items())
    tables = 28 + 16 * len(pairs)
    english, place = _laid([one for one, _ in pairs], tables)
    danish, _ = _laid([one for _, one in pairs], place)
    head = struct.pack("<7I", MAGIC, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, tables)
    return head + english + danish + b"".join(one + b"\0" for column in zip(*pairs, strict=True) for one in column)


def _laid(column: list[bytes], place: int) -> tuple[bytes, int]:
    """Length and place of each text, the first at `place`, and where the next may lie."""
    found = []
    for one in column:
        found.append(struct.pack("<2I", len(one), place))
        place += len(one) + 1
    return b"".join(found), place


if __name__ == "__main__":
    CATALOGUE.write_bytes(compiled(texts()))
