"""Job titles in running text and what they stand for."""
