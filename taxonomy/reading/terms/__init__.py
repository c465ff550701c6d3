"""Hours, shifts, start, positions and kind of a job."""
