"""Who reads, and what each reader may be told.

Health, benefit, category and age decide who may be proposed, and only the consultant who has the case may know them.
For everybody else all that such a reason could stand among is kept back together, for everybody alike, and one
sentence that never changes says so: that it is said of somebody, or that no other reason is, tells nothing. Conditions
that are not told count nothing for those readers either: their scores and places are by weights of their own, since
one sum of points would give away what it stands for.
"""

from __future__ import annotations

from enum import StrEnum


class View(StrEnum):
    """The reader: the consultant, the coordinator of KVS, the employer."""

    CONSULTANT = "konsulent"
    COORDINATOR = "kvs"
    EMPLOYER = "arbejdsgiver"


# Rules that hold the CV's qualifications against the order's own words. Every other rule, one added tomorrow too, is
# kept back: it may tell of health, benefit, category or age, and would do so by being the only one that is.
VISIBLE_RULES = frozenset(
    {"driving_licences", "certificates", "authorisations", "education", "languages", "criminal_record"}
)
VISIBLE_CONDITIONS = frozenset({"kilometre"})
KEPT_RULE = "personal"  # one row for all rules that are not told, the same for everybody


def shows_rule(view: View, rule: str) -> bool:
    """Whether the reader is told what the rule says of a person."""
    return view is View.CONSULTANT or (view is View.COORDINATOR and rule in VISIBLE_RULES)


def shows_condition(view: View, condition: str) -> bool:
    """Whether the reader is told of the condition."""
    return view is View.CONSULTANT or (view is View.COORDINATOR and condition in VISIBLE_CONDITIONS)


def shows_quotes(view: View) -> bool:
    """Whether the CV's own words are shown; they may tell anything."""
    return view is View.CONSULTANT


def shows_points(view: View) -> bool:
    """Whether points and what costs them are shown."""
    return view is not View.EMPLOYER
