"""Lists of the record: people are found, judged and explained, and what was given out is kept."""
