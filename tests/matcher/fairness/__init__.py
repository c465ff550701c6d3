"""Who a person is moves nobody in a list."""
