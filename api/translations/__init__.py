"""What libraries say to users, in Danish: gettext catalogues, and the tables they are made of."""
