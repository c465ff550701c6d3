"""Orders and CVs of the kinds where the ranking was known to be weak, judged whole, as package data."""
