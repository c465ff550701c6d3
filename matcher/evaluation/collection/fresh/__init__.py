"""Orders and CVs that no weight was ever fitted to, judged whole, as package data."""
