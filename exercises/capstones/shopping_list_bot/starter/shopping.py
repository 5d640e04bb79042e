"""A chat's shopping list, and what the bot answers."""

from dataclasses import dataclass, field

from shopping_list_bot.messages import Command


@dataclass
class ShoppingList:
    """How many of what one chat has to buy, in the order in which it was first wanted."""

    quantities: dict[str, int] = field(default_factory=dict)


def answer(command: Command, shopping: ShoppingList) -> str:
    """Carry out a command on the list; return what the bot answers."""
