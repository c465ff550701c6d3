"""Danish translations of library messages: gettext catalogues and the tables they are compiled from."""
