"""Why somebody stands where they stand, why not, against whom, and what would change it."""
