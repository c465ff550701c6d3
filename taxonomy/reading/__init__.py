"""Free text to concepts, each with the words that gave it."""

from taxonomy.reading.contradictions import OrderFields
from taxonomy.reading.cvs import read_cv
from taxonomy.reading.orders import read_order
from taxonomy.reading.vocabulary import covered_by, education_level, includes

__all__ = ["OrderFields", "covered_by", "education_level", "includes", "read_cv", "read_order"]
