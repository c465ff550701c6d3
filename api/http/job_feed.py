"""A search for open jobs as an Atom feed (RFC 4287): who follows it hears of new jobs and need not say who they are."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from xml.etree import ElementTree as Xml

from fastapi import APIRouter, Request
from fastapi.responses import Response

from api.formatting import address
from api.http.dependencies import AppComponents
from api.http.job_query import JobQueryReader
from api.http.public_job import public_job
from indexer.intake.json_form import JsonObject

router = APIRouter(include_in_schema=False)  # a page for programs that read news
NAMESPACE = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml"
NOTHING_YET = "1970-01-01T00:00:00+00:00"  # when a feed without jobs last changed
ENTRIES = 50
# XML 1.0, 2.2: most control characters, halves of pairs and two signs that are none cannot be written at all.
_UNWRITABLE = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@router.get("/jobs.atom")
def follow_search(components: AppComponents, request: Request) -> Response:
    """The newest jobs that a search finds, as an Atom feed; it takes what the search takes."""
    question = JobQueryReader(request.query_params, components.catalog).read()
    found = components.jobs.search(replace(question, newest_first=True, offset=0, limit=ENTRIES))
    jobs = [public_job(job, components.catalog) for job, _ in found.hits]
    return Response(feed(request, jobs), media_type=MEDIA_TYPE)


def feed(request: Request, jobs: list[JsonObject]) -> bytes:
    """The feed of the jobs, newest first."""
    jobs = sorted(jobs, key=lambda job: datetime.fromisoformat(str(job["published"])), reverse=True)
    asked = f"?{request.url.query}" if request.url.query else ""
    root = Xml.Element("feed", xmlns=NAMESPACE)
    _text(root, "title", " – ".join(filter(None, (request.query_params.get("q", "").strip(), "Ledige job"))))
    _text(root, "id", str(request.url))
    _text(root, "updated", str(jobs[0]["published"]) if jobs else NOTHING_YET)
    Xml.SubElement(root, "link", rel="self", type=MEDIA_TYPE, href=str(request.url))
    Xml.SubElement(root, "link", rel="alternate", type="text/html", href=f"{request.base_url}jobs{asked}")
    for job in jobs:
        _entry(root, job, f"{request.base_url}jobs/{address(str(job['id']))}")
    return bytes(Xml.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: Xml.Element, job: JsonObject, link: str) -> None:
    entry = Xml.SubElement(root, "entry")
    _text(entry, "title", str(job["title"]))
    _text(entry, "id", link)
    _text(entry, "updated", str(job["published"]))
    _text(Xml.SubElement(entry, "author"), "name", str(job.get("employer") or "Jobcentret"))
    Xml.SubElement(entry, "link", rel="alternate", type="text/html", href=link)
    _text(entry, "summary", str(job["text"]))


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = _UNWRITABLE.sub("", text)
