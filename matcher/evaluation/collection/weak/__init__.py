"""Job orders of the trades and kinds that were ranked worst, against the CVs of the bundled and wide parts."""
