"""Decisions, each with its reasons: where an order goes and who fits it."""
