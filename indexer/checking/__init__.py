"""Whether the index holds what the record says, and the repair of what differs."""
