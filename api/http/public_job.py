"""The public form of an open job, as JSON."""

from __future__ import annotations

from api import labels
from api.synthetic import is_synthetic_order
from indexer.intake import job_order_to_mapping
from indexer.intake.json_form import JsonObject
from matcher.open_jobs.faces import OpenJob
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


def public_job(job: OpenJob, catalog: Catalog) -> JsonObject:
    """The job's public fields, the occupations that it seeks, and when it was published."""
    order = job.order
    known = (catalog.occupations[one] for one in job.occupations if one in catalog.occupations)
    return {
        **{name: value for name, value in job_order_to_mapping(order).items() if name in PUBLIC},
        "order_type_label": labels.order_types(catalog)[order.order_type],
        "occupations": [{"id": one.id, "label": one.label, "isco": one.isco} for one in known],
        "advertised": job.advertised,
        "published": job.published.isoformat(),
        "synthetic": is_synthetic_order(order.id),
    }
