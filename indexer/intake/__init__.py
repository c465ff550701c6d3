"""Job orders and CVs as they come in: the public formats, checked field by field."""
