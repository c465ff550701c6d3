"""Strips an order's title of the kind of order, which ranking weighs as a condition of its own."""

from __future__ import annotations

import re

# Kinds that any work may come as: a CV that says "praktik" is no nearer to every traineeship. Fleksjob, skånejob and
# fritidsjob stay, since to name one of those is nearly to say that one is granted it or is young.
_KIND = re.compile(
    r"\b(?:løntilskud(?:s(?:job|plads|stilling))?|(?:virksomheds|sprog)?praktik(?:ant(?:er|en)?|plads|forløb)?|"
    r"voksen(?:elev|lær(?:e|ling))(?:er|e|plads)?|(?:elev|lære|lærlinge?)plads(?:en|er)?|(?:elev|lærling)(?:er|en?)?|"
    r"internship|trainee(?:ship)?|apprentice(?:ship)?)\b",
    re.IGNORECASE,
)
_LEFT_OVER = " :,;-–/"


def bare_title(title: str) -> str:
    """The title without words for its kind; as it is where it says nothing else."""
    return " ".join(_KIND.sub(" ", title).split()).strip(_LEFT_OVER) or title
