"""Job orders of care and of the kinds few were judged of, against the CVs of the bundled and wide parts."""
