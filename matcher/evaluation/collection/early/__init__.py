"""Job orders for work that begins at six in the morning or before, against the CVs of the bundled and wide parts."""
