"""What a text says of experience, and of things that nobody listed."""
