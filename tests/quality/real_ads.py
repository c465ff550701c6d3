"""Turns the real advertisements into orders: `python -m tests.quality.real_ads ADS.jsonl FOLDER`.

Writes FOLDER/orders.jsonl for `jobformidling route --orders` and FOLDER/labelled.jsonl, the same with their labels, for
`jobformidling evaluate routing --labels`, which prints shares and confusions. The advertisements came on the condition
that no accuracy is published from them (tests/quality/routing/README.md): what is printed is to look at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.quality.labelled_files import FOLDER

LABELS = FOLDER / "routing" / "real_ads_labels.jsonl"
UNSAID = {"order_type": "ordinaer", "positions": 1, "postcode": "2100"}  # what an order must have and an ad has not


def labelled_ads(ads: Path) -> Iterator[dict[str, object]]:
    """Every labelled advertisement as an order with its `label`: the trade, and others that are defensible."""
    labels = {label["id"]: label for label in _lines(LABELS)}
    for ad in _lines(ads):
        if (label := labels.get(ad["id"])) is not None:
            known = {"trade": label["trade"], "also": label["also"]}
            yield {"id": ad["id"], "title": ad["title"], "text": ad["text"], **UNSAID, "label": known}


def _lines(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Write both files and say how many."""
    ads, folder = Path(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    found = list(labelled_ads(ads))
    bare = [{name: value for name, value in one.items() if name != "label"} for one in found]
    for name, orders in (("orders", bare), ("labelled", found)):
        lines = (json.dumps(order, ensure_ascii=False) + "\n" for order in orders)
        (folder / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
    print(len(found), "orders in", folder)


if __name__ == "__main__":
    main()
