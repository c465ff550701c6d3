"""What an order amounts to: what it seeks and demands, read once when the order changes."""
