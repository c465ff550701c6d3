"""A pool of people becomes a list of places: judged by the rules, scored, chosen. Pure: no record, no search."""
