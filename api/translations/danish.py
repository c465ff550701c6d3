"""Makes the command line library speak Danish while a command runs."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FOLDER = Path(__file__).parent
DOMAIN = "click"
CATALOGUE = FOLDER / "da" / "LC_MESSAGES" / f"{DOMAIN}.mo"
LANGUAGE = "LANGUAGE"  # the variable that gettext goes by first


@contextmanager
def speaking_danish() -> Iterator[None]:
    """Danish whatever language the machine is set to; afterwards as before."""
    domain, language = gettext.textdomain(), os.environ.get(LANGUAGE)
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ[LANGUAGE] = "da"
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            os.environ.pop(LANGUAGE, None)
        else:
            os.environ[LANGUAGE] = language
