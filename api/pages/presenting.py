"""The page that a consultant prints or mails to the company: those who have said yes, without what is protected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.http.dependencies import Actor, AppComponents, RecordId
from api.pages.language import Texts, language_of
from api.pages.rendering import render
from indexer.intake.job_order import JobOrder
from matcher.proposals.for_employer import Presentation, presentation
from matcher.wording.reader import Reader
from matcher.wording.tables import wording
from matcher.wording.views import View

router = APIRouter(include_in_schema=False)
LONGEST_LINK = 1900  # characters of an address that every mail program takes; a longer text is copied


@dataclass(frozen=True, slots=True)
class PresentingPage:
    """What the company gets, as a page and as the text of a mail."""

    template: ClassVar[str] = "virksomhed.html"
    order: JobOrder
    shown: Presentation
    intro: str
    ending: str
    text: str
    mail: str


@router.get("/ordrer/{order_id}/forslag/virksomhed")
def show_presentation(components: AppComponents, request: Request, actor: Actor, order_id: RecordId) -> HTMLResponse:
    """Those who have said yes with what fits and what is missing; the rest of the CV stays with the consultant."""
    t = Texts(language_of(request))
    reader = Reader(wording(t.language), components.catalog, View.EMPLOYER)
    shown = presentation(components.proposing.rankings, order_id, reader, actor=actor)
    with components.database.reading() as record:
        order = record.job_orders.require(order_id).value
    intro = t(
        "Jobcentret har fundet {count} til jeres stilling. De har sagt ja til at blive foreslået.",
        count=_many(t, shown),
    )
    ending = t("Svar os med kandidatens nummer, hvis I vil møde nogen, eller fortæl kort, hvorfor ingen passer.")
    subject = t("Kandidater til {title}", title=order.title)
    parts = [
        f"{t('Kandidat {number}', number=one.cv_id)}\n" + "\n".join(f"- {said}" for said in one.reasons)
        for one in shown.people
    ]
    text = "\n\n".join([intro, *parts, ending])
    return render(request, PresentingPage(order, shown, intro, ending, text, _mail(order.contact.email, subject, text)))


def _many(t: Texts, shown: Presentation) -> str:
    count = len(shown.people)
    return t("1 kandidat") if count == 1 else t("{count} kandidater", count=count)


def _mail(email: str, subject: str, text: str) -> str:
    """The address that opens a mail, with the text where mail programs take it all."""
    begun = f"mailto:{quote(email, safe='@')}?subject={quote(subject)}"
    whole = f"{begun}&body={quote(text.replace(chr(10), chr(13) + chr(10)))}"
    return whole if len(whole) <= LONGEST_LINK else begun
