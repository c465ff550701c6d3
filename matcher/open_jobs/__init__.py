"""The open jobs as everybody may search and read them."""
