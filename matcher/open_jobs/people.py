"""Where an order's own words tell of a person: the job centre may read them, and nobody else."""

from __future__ import annotations

import re

from indexer.documents.hidden_contacts import hide_contact
from indexer.intake.job_order import Contact
from taxonomy.language import fold
from taxonomy.neutral.personal_phrases import personal_phrases
from taxonomy.towns import towns

SHORTEST_NAME = 3  # letters of a contact's name that are looked for by themselves: "de" and "v" are words as well
# "Afløser for Bent", "ring Karina", "fru Hansen". A firm or a street behind such a word is taken for a person too.
_NAMED = re.compile(
    r"(?i:\b(?:for|til|efter|hos|med|af|ved|ring|ringer|kontakt|spørg|hr|fru|frk)\b\.?|\bv/) ?([A-ZÆØÅ][a-zæøå]+)"
)


def tells_of_a_person(text: str, contact: Contact) -> bool:
    """Whether the words may name a person, tell how to reach one, or tell of one's age, health, family or benefits."""
    if hide_contact(text, contact) != text or any(personal_phrases(text)):
        return True
    return _names_contact(text, contact) or any(fold(name) not in towns() for name in _NAMED.findall(text))


def is_a_person(employer: str, contact: Contact) -> bool:
    """Whether who seeks somebody is a person and no firm: the contact, or a name alone. Such people often need help."""
    named = list(personal_phrases(employer))
    return fold(employer) == fold(contact.name) != "" or named == [(0, len(employer))]


def _names_contact(text: str, contact: Contact) -> bool:
    parts = {fold(one) for one in re.findall(r"\w+", contact.name) if len(one) >= SHORTEST_NAME}
    return not parts.isdisjoint(map(fold, re.findall(r"\w+", text)))
