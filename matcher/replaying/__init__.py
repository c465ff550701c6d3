"""Recreates lists as they were and compares them with today's: who moved, joined or left, and why."""
