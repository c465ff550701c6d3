"""What a consultant does with a list: proposals, how they stand, and what cases tell."""
