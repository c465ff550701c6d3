"""Pages for people, in Danish."""
