"""The public formats of job orders and CVs as JSON schemas of `/openapi.json`; a test holds intake to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from api.http.schema_parts import TRUTH, Schema, a_list, ref
from indexer.intake.cv import Hours
from indexer.intake.cv_format import CV_SHAPE, EXPERIENCE_SHAPE, LONGEST_CAREER, LONGEST_COMMUTE_KM
from indexer.intake.job_order import OrderType, Shift
from indexer.intake.job_order_format import CONTACT_SHAPE, HOURS_IN_A_WEEK, JOB_ORDER_SHAPE, MOST_POSITIONS
from indexer.intake.shapes import ITEM_LIMIT, LANGUAGE_LEVELS, LIST_LIMIT, SHORT_LIMIT, TEXT_LIMIT, Shape
from taxonomy.tables.match_scales import match_categories


def _words(description: str, limit: int = SHORT_LIMIT, **more: object) -> Schema:
    return {"type": "string", "maxLength": limit, "description": description, **more}


def _items(description: str, items: Schema | None = None) -> Schema:
    each = items or {"type": "string", "minLength": 1, "maxLength": ITEM_LIMIT}
    return {**a_list(each, description), "maxItems": LIST_LIMIT}


def _choice(values: type[StrEnum] | Sequence[str], description: str) -> Schema:
    return {"type": "string", "enum": [str(value) for value in values], "description": description}


def _described(schema: str, description: str) -> Schema:
    return {**ref(schema), "description": description}


def _day(description: str) -> Schema:
    return {"type": "string", "format": "date", "description": description}


_ID = _words("The sender's own id; the same id again is an update", minLength=1)
_POSTCODE: Schema = {"type": "string", "pattern": "^[0-9]{4}$"}

CONTACT: Mapping[str, Schema] = {
    "name": _words("Whom to ask for"),
    "phone": _words("A telephone number, with words beside it if need be"),
    "email": _words("An e-mail address"),
}
JOB_ORDER: Mapping[str, Schema] = {
    "id": _ID,
    "title": _words("The job, as the company calls it", minLength=1),
    "text": _words(
        "What the company told, in its own words; demands and wishes are read out of it", TEXT_LIMIT, minLength=1
    ),
    "order_type": _described("OrderType", "The kind of order; some kinds outrank the trade when it is routed"),
    "positions": {
        "type": "integer",
        "minimum": 1,
        "maximum": MOST_POSITIONS,
        "description": "How many people are sought",
    },
    "postcode": {**_POSTCODE, "description": "Where the work is: a Danish postcode"},
    "employer": _words("The company's name"),
    "cvr": {
        "type": "string",
        "pattern": "^([0-9]{8})?$",
        "description": "The company's number; its last digit checks it",
    },
    "city": _words("The town, where it says more than the postcode"),
    "hours_per_week": {
        "type": "number",
        "exclusiveMinimum": 0,
        "maximum": HOURS_IN_A_WEEK,
        "description": "Hours a week; read out of the text where left out",
    },
    "shift": _described("Shift", "When the work is done; read out of the text where left out"),
    "start": _day("When the work begins; read out of the text where left out"),
    "deadline": _day("The last day on which the job is open; open until closed where left out"),
    "must_have": _items("Demands, as the company says them"),
    "nice_to_have": _items("Wishes, as the company says them"),
    "contact": _described("Contact", "Whom to call back; never public"),
    "received_at": {"type": "string", "format": "date-time", "description": "When it was handed in, with a time zone"},
    "source": _words("Who hands it in; of `web`, `api`, `jobopslag` and `jobnet` the text itself is public"),
    "public_text": _words("A text for everybody to read in place of `text`; empty takes it away", TEXT_LIMIT),
}
EXPERIENCE: Mapping[str, Schema] = {
    "title": _words("The job, as the person calls it", ITEM_LIMIT, minLength=1),
    "employer_kind": _words("What kind of employer; kept and shown, not ranked by", ITEM_LIMIT),
    "years": {"type": "number", "minimum": 0, "maximum": LONGEST_CAREER, "description": "For how many years"},
}
CV: Mapping[str, Schema] = {
    "id": _ID,
    "headline": _words("What the person is, or seeks", minLength=1),
    "text": _words("The profile in the person's own words, in any language", TEXT_LIMIT, minLength=1),
    "postcode": {**_POSTCODE, "description": "Where the person lives: a Danish postcode"},
    "match_category": {
        "type": "integer",
        "minimum": match_categories()[0],
        "maximum": match_categories()[-1],
        "description": "Distance from the labour market; decides which kinds of order the person may be proposed for",
    },
    "cv_approved": {**TRUTH, "description": "Whether the CV is approved; only approved CVs are proposed"},
    "experience": _items("Jobs held", ref("Experience")),
    "education": _items("Educations, as the person calls them"),
    "skills": _items("Skills, as the person calls them"),
    "licences": _items("Driving licences and certificates"),
    "languages": {
        "type": "object",
        "additionalProperties": {"type": "string", "enum": list(LANGUAGE_LEVELS)},
        "maxProperties": LIST_LIMIT,
        "description": "Language to level",
    },
    "desired_jobs": _items("Jobs wished for"),
    "max_commute_km": {
        "type": "number",
        "minimum": 0,
        "maximum": LONGEST_COMMUTE_KM,
        "description": "How far the person will travel to work, in a straight line",
    },
    "availability": _day("From when the person can begin"),
    "hours": _described("Hours", "Full time, part time or both"),
    "insured": {**TRUTH, "description": "Whether insured against unemployment; decides which rules apply"},
    "age_group": _words("Such as `30-49`; for legal age limits and statistics alone"),
}


def _format(fields: Mapping[str, Schema], shape: Shape, description: str) -> dict[str, Any]:
    """An object of the format; fields that nobody knows are refused by name."""
    optional = {name: fields[name] for name in shape.optional}
    required = {name: fields[name] for name in shape.required}
    return {
        "type": "object",
        "description": description,
        "properties": {**required, **optional},
        "required": list(required),
        "additionalProperties": False,
    }


FORMATS: Mapping[str, Schema] = {
    "OrderType": _choice(OrderType, "Kinds of order"),
    "Shift": _choice(Shift, "When on the day or week the work is done"),
    "Hours": _choice(Hours, "Full time, part time or both"),
    "Contact": _format(CONTACT, CONTACT_SHAPE, "The person at the company to call back"),
    "Experience": _format(EXPERIENCE, EXPERIENCE_SHAPE, "One job held"),
    "JobOrder": _format(JOB_ORDER, JOB_ORDER_SHAPE, "One order for one or more positions"),
    "Cv": _format(CV, CV_SHAPE, "One CV; no score reads `match_category`, `insured` or `age_group`"),
}
