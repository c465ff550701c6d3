"""What any ranking of people must hold to, whoever they are and whatever is asked."""
