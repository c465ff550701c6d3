"""What the words mean: trades, occupations, licences, places, departments, and reading Danish text into them."""
