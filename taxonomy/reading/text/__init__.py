"""The words of a text, and phrases found in them."""
