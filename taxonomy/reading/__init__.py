"""Free text to concepts, each with the words that gave it."""
