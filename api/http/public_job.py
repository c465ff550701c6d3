"""The public form of an open job, without contact details and internal fields."""

from __future__ import annotations

from api import labels
from api.synthetic import is_synthetic_order
from indexer.documents.hidden_contacts import hide_contact
from indexer.intake import job_order_to_mapping
from indexer.intake.job_order import Contact, JobOrder
from indexer.intake.json_form import JsonObject
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
TEXTS = ("title", "text", "employer", "city", "must_have", "nice_to_have")  # an id may look like a telephone number


def public_job(stored: Stored[JobOrder], catalog: Catalog) -> JsonObject:
    """The job's public fields, with ways to reach a person taken out of its texts."""
    order = stored.value
    shown = {name: value for name, value in job_order_to_mapping(order).items() if name in PUBLIC}
    published = order.received_at or stored.created_at
    return {
        **shown,
        **{name: _without_contact(shown[name], order.contact) for name in TEXTS if name in shown},
        "order_type_label": labels.order_types(catalog)[order.order_type],
        "published": published.isoformat(),
        "synthetic": is_synthetic_order(order.id),
    }


def _without_contact(value: object, contact: Contact) -> object:
    if isinstance(value, list):
        return [_without_contact(part, contact) for part in value]
    return hide_contact(value, contact) if isinstance(value, str) else value
