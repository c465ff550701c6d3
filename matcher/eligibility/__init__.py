"""Decides who may be proposed: one rule per file, all listed in rules.py."""
