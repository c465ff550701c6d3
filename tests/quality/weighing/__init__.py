"""How the weights of the ranking are found: by judged pairs, on orders that are held out."""
