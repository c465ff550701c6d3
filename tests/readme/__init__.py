"""The README tells what the commands do: its story is made by running them."""
