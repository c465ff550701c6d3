"""An open job as everybody may see it: never whom to call, nor what the company is known by inside."""

from __future__ import annotations

import re

from api import labels
from api.http.order_views import is_synthetic_order
from api.http.search_state import Plain
from indexer.intake import job_order_to_mapping
from indexer.intake.job_order import Contact, JobOrder
from indexer.records.stored import Stored
from taxonomy.catalog import Catalog

PUBLIC = (
    "id",
    "title",
    "text",
    "employer",
    "order_type",
    "positions",
    "postcode",
    "city",
    "hours_per_week",
    "shift",
    "start",
    "deadline",
    "must_have",
    "nice_to_have",
)
HIDDEN = "[skjult]"
# Call-takers write down whom to call: an address with @, or eight digits in the usual groups, perhaps with +45.
_EMAIL = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,200}")
_PHONE = re.compile(r"(?<![\w-])(?:(?:\+|00)45[ .-]?)?(?:\d{8}|\d{2}(?:[ .-]\d{2}){3}|\d{4}[ .-]\d{4})(?![\w-])")


def public_job(stored: Stored[JobOrder], catalog: Catalog) -> Plain:
    """The job's public fields, with ways to reach a person taken out of its texts."""
    order = stored.value
    shown = {name: value for name, value in job_order_to_mapping(order).items() if name in PUBLIC}
    published = order.received_at or stored.created_at
    return {
        **{name: _without_contact(value, order.contact) for name, value in shown.items()},
        "order_type_label": labels.order_types(catalog)[order.order_type],
        "published": published.isoformat(),
        "synthetic": is_synthetic_order(order.id),
    }


def hide_contact(text: str, contact: Contact) -> str:
    """The text without the contact's name, and without telephone numbers and e-mail addresses."""
    for part in (contact.name, contact.phone, contact.email):
        if part.strip():
            text = re.sub(rf"(?<!\w){re.escape(part.strip())}(?!\w)", HIDDEN, text, flags=re.IGNORECASE)
    return _PHONE.sub(HIDDEN, _EMAIL.sub(HIDDEN, text))


def _without_contact(value: object, contact: Contact) -> object:
    if isinstance(value, list):
        return [_without_contact(part, contact) for part in value]
    return hide_contact(value, contact) if isinstance(value, str) else value
