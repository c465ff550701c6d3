"""Metrics, judged collections and their runs."""
