"""How orders and proposals may move from state to state: tables, and what they share."""
