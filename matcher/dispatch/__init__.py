"""Which department an order belongs to, and why."""
