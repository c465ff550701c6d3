"""What a text tells about the person instead of the work is taken out of it."""
