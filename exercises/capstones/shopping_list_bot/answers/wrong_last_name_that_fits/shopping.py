"""A chat's shopping list, and what the bot answers."""

from dataclasses import dataclass, field

from shopping_list_bot.messages import Action, Command, is_slip
from shopping_list_bot import texts


@dataclass
class ShoppingList:
    quantities: dict[str, int] = field(default_factory=dict)


def said(name, number):
    return name if number == 1 else f"{number} {name}"


def answer(command: Command, shopping: ShoppingList) -> str:
    if command.action is Action.ADD:
        return added(command, shopping.quantities)
    if command.action is Action.BOUGHT:
        return bought(command, shopping.quantities)
    if command.action is Action.SHOW:
        if not shopping.quantities:
            return texts.EMPTY
        lines = [f"- {said(name, number)}" for name, number in shopping.quantities.items()]
        return "\n".join(["To buy:", *lines])
    if command.action is Action.CLEAR:
        shopping.quantities.clear()
        return texts.EMPTY_NOW
    return texts.HELP if command.action is Action.HELP else texts.QUESTION


def added(command, quantities):
    words = []
    for item in command.items:
        number = 1 if item.quantity is None else item.quantity
        before = quantities.get(item.name, 0)
        quantities[item.name] = before + number
        word = said(item.name, number)
        words.append(f"{word} (now {before + number})" if before else word)
    return f"Added: {', '.join(words)}."


def meant(written, quantities):
    if written in quantities:
        return written
    for name in reversed(quantities):
        if len(name) >= 4 and is_slip(written, name):
            return name
    return None


def bought(command, quantities):
    gone, missing = [], []
    for item in command.items:
        name = meant(item.name, quantities)
        if name is None:
            missing.append(item.name)
            continue
        number = quantities[name] if item.quantity is None else min(item.quantity, quantities[name])
        quantities[name] -= number
        if not quantities[name]:
            del quantities[name]
        gone.append(said(name, number))
    lines = []
    if gone:
        lines.append(f"Bought: {', '.join(gone)}.")
    if missing:
        lines.append(f"Not on the list: {', '.join(missing)}.")
    if gone and not quantities:
        lines.append(texts.EMPTY_NOW)
    return "\n".join(lines)
