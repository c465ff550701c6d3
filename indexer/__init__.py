"""The record (system of truth) and the search index that is made from it."""
