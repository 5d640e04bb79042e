"""What the bot says."""

HELP = """\
I keep the shopping list of this chat. Write to me, for example:
- milk
- add 2 milk and bread
- bought milk
- what should I buy?
- clear"""
QUESTION = "Sorry, I did not understand that. What shall I do? For example: add 2 milk"
EMPTY = "The list is empty."
EMPTY_NOW = "The list is empty now."
