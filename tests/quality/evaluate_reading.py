"""`jobformidling evaluate reading` with every mistake: python -m tests.quality.evaluate_reading [--reporting]."""

from __future__ import annotations

import sys

from api.cli import main

if __name__ == "__main__":
    main(
        [
            "evaluate",
            "reading",
            *(sys.argv[1:] if "--reporting" in sys.argv else [*sys.argv[1:], "--mistakes", "10000"]),
        ]
    )
