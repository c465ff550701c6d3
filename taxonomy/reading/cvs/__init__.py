"""Reading a CV."""
