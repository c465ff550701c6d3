"""What an order is, in the form that finding and ranking need."""
