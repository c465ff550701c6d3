"""What a consultant does with a list: proposals, their progress, and looked-up case files."""
