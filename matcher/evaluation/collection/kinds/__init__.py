"""Job orders of the kinds where few were judged, against the CVs of the bundled and wide parts."""
