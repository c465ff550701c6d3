"""What a CV amounts to: facts with their words, read once when the CV changes."""
