"""A real Chromium, and the pages served to it on a port of the loopback."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from api.app import create_app
from api.wiring import Components
from tests.services.machine import MissingProgramError, free_ports

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
# Nothing but the page is asked of the network; a container has no sandbox of its own to give.
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync")
PATIENCE = 120.0  # seconds: reading is built first, 4 s of a processor that others may be using
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


@contextmanager
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, without a window; MissingProgramError says what to install."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        message = "Chromium is missing: install your system's package chromium"
        raise MissingProgramError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(SWITCHES))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(components: Components) -> Iterator[str]:
    """The application's pages; gives their address."""
    (port,) = free_ports(1)
    server = uvicorn.Server(uvicorn.Config(create_app(components), host="127.0.0.1", port=port, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        _await(server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


def broken_rules(page: Page) -> list[tuple[str, list[str]]]:
    """The rules of WCAG 2.1 AA that a machine can check and the page breaks, and where."""
    found = Axe().run(page, options=RULES).response["violations"]
    return [(one["id"], [str(node["target"]) for node in one["nodes"]]) for one in found]


def _await(server: uvicorn.Server) -> None:
    until = time.monotonic() + PATIENCE
    while not server.started:
        if time.monotonic() > until:
            message = "the pages did not come up"
            raise TimeoutError(message)
        time.sleep(0.05)
