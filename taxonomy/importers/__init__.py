"""Importers of official taxonomies; dry by default."""
