"""The tables that a domain expert edits, each read and checked by one module."""
