"""The system of record, and the search index made from it."""
