"""What can go wrong with a model before it has embedded anything."""

from __future__ import annotations


class ModelMissingError(ImportError):
    """What runs the chosen model is not installed; the text says how to get it."""
