"""From an order to the query that finds its candidates."""
