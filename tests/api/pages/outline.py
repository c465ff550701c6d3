"""The addresses of all pages, and the outline of a page that those who do not see it depend on."""

from __future__ import annotations

import re
from html.parser import HTMLParser

PAGES = (
    "/",
    "/ordrer",
    "/ordrer/ny",
    "/ordrer/S-101",
    "/ordrer/S-101/ret",
    "/ordrer/S-101/afgoer",
    "/ordrer/S-101/laesning",
    "/ordrer/S-101/opslag",
    "/ordrer/S-101/kandidater?eligibility=show",
    "/ordrer/S-101/kandidater/P-1001",
    "/ordrer/S-101/kandidater/P-1001/sag",
    "/ordrer/S-101/sammenlign?cv.1=P-1001&cv.2=P-1002",
    "/ordrer/S-101/forslag",
    "/ordrer/S-101/forslag/virksomhed",
    "/opfoelgning",
    "/jobs",
    "/jobs?q=lager&order_type=ordinaer",
    "/jobs?q=lager&postcode=2100",
    "/jobs?postcode=0000",
    "/jobs/S-101",
    "/docs",
    "/rettigheder",
    "/nowhere",
)


class Outline(HTMLParser):
    """What a page offers to those who do not see it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.labels: set[str] = set()
        self.described: set[str] = set()
        self.controls: list[dict[str, str | None]] = []
        self.headings: list[int] = []
        self.attributes: set[str] = set()
        self.language: str | None = None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.attributes |= found.keys()
        if name := found.get("id"):
            self.ids.append(name)
        for attribute in ("aria-describedby", "aria-labelledby"):
            self.described |= set((found.get(attribute) or "").split())
        if tag == "html":
            self.language = found.get("lang")
        elif tag == "label":
            self.labels.add(found.get("for") or "")
        elif re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        elif tag in {"input", "select", "textarea"} and found.get("type") != "hidden":
            self.controls.append(found)
