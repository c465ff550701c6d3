"""What a text names that may be asked for or held."""
