"""A chat's shopping list, and what the bot answers."""

from dataclasses import dataclass, field

from shopping_list_bot.messages import Action, Command, Item, is_slip
from shopping_list_bot.texts import EMPTY, EMPTY_NOW, HELP, QUESTION

SHORTEST_WITH_SLIP = 4


@dataclass
class ShoppingList:
    """How many of what one chat has to buy, in the order in which it was first wanted."""

    quantities: dict[str, int] = field(default_factory=dict)

    def add(self, item: Item) -> int:
        """Put an item on the list; return how many of it are on the list now."""
        there = self.quantities.get(item.name, 0)
        self.quantities[item.name] = there + (item.quantity or 1)
        return self.quantities[item.name]

    def take_off(self, item: Item) -> Item | None:
        """Take off what was bought and return it; None where it is not on the list."""
        name = self.name_on_list(item.name)
        if name is None:
            return None
        there = self.quantities[name]
        taken = item.quantity or there
        if taken >= there:
            del self.quantities[name]
        else:
            self.quantities[name] = there - taken
        return Item(name, taken)

    def name_on_list(self, written: str) -> str | None:
        """Return the name on the list that is meant, slips of the finger forgiven."""
        if written in self.quantities:
            return written
        for name in self.quantities:
            if len(name) >= SHORTEST_WITH_SLIP and is_slip(written, name):
                return name
        return None


def answer(command: Command, shopping: ShoppingList) -> str:
    """Carry out a command on the list; return what the bot answers."""
    match command.action:
        case Action.ADD:
            return added(command.items, shopping)
        case Action.BOUGHT:
            return bought(command.items, shopping)
        case Action.SHOW:
            return shown(shopping)
        case Action.CLEAR:
            shopping.quantities.clear()
            return EMPTY_NOW
        case Action.HELP:
            return HELP
    return QUESTION


def amount(name: str, quantity: int | None) -> str:
    """Return "milk" for one, "2 milk" for more."""
    return name if quantity in (None, 1) else f"{quantity} {name}"


def added(items: tuple[Item, ...], shopping: ShoppingList) -> str:
    """Put items on the list; return the answer."""
    words = []
    for item in items:
        there = shopping.add(item)
        more = "" if there == (item.quantity or 1) else f" (now {there})"
        words.append(amount(item.name, item.quantity) + more)
    return f"Added: {', '.join(words)}."


def bought(items: tuple[Item, ...], shopping: ShoppingList) -> str:
    """Take items off the list; return the answer."""
    taken, missing = [], []
    for item in items:
        if found := shopping.take_off(item):
            taken.append(amount(found.name, found.quantity))
        else:
            missing.append(item.name)
    lines = []
    if taken:
        lines.append(f"Bought: {', '.join(taken)}.")
    if missing:
        lines.append(f"Not on the list: {', '.join(missing)}.")
    if taken and not shopping.quantities:
        lines.append(EMPTY_NOW)
    return "\n".join(lines)


def shown(shopping: ShoppingList) -> str:
    """Return the whole list as a message."""
    if not shopping.quantities:
        return EMPTY
    lines = [f"- {amount(name, number)}" for name, number in shopping.quantities.items()]
    return "\n".join(["To buy:", *lines])
