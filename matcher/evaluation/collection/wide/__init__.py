"""The later, wider part of the collection: orders and CVs of two further authors, judged on pools."""
