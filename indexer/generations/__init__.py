"""The index has generations: one is in use, another is built beside it and then switched to."""
