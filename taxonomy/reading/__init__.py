"""Free text to concepts, each with the words that gave it."""

from taxonomy.reading.cvs.cv import read_cv
from taxonomy.reading.orders.contradictions import OrderFields
from taxonomy.reading.orders.order import read_order
from taxonomy.reading.requirements.vocabulary import covered_by, education_level, includes

__all__ = ["OrderFields", "covered_by", "education_level", "includes", "read_cv", "read_order"]
