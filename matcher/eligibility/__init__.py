"""Who may be proposed: one rule a file, all in one visible list."""
