"""A shopping list that the whole family writes to, over a chat."""
