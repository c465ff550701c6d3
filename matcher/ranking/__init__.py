"""Named signals, weights as data, and the order of the list."""
