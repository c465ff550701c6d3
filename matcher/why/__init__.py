"""Explains why somebody has a place or none, who ranks above them, and what would change it."""
