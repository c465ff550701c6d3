"""Reading a job order."""
