"""What only a person's case file and earlier proposals tell the rules."""
