"""What a person wrote, turned into a command."""

import re
from dataclasses import dataclass
from enum import Enum, auto


class Action(Enum):
    """What the bot can do."""

    ADD = auto()
    BOUGHT = auto()
    SHOW = auto()
    CLEAR = auto()
    HELP = auto()
    UNKNOWN = auto()


@dataclass(frozen=True)
class Item:
    """Something to buy. The quantity is None where the person gave no number."""

    name: str
    quantity: int | None = None


@dataclass(frozen=True)
class Command:
    """What a message asks for, and for which items."""

    action: Action
    items: tuple[Item, ...] = ()


HELP_SENTENCES = {"start", "help", "hello", "hi"}
SHOW_SENTENCES = {"list", "show"}
CLEAR_SENTENCES = {"clear", "clear the list", "bought everything"}
VERBS = {
    "bought": Action.BOUGHT,
    "got": Action.BOUGHT,
    "add": Action.ADD,
    "buy": Action.ADD,
    "need": Action.ADD,
    "we need": Action.ADD,
}
STORES = {"store", "shop", "supermarket"}
OFTEN_MISTYPED = ("bought", "clear")
NUMBERS = {
    "the": None,
    "some": None,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
LONGEST_NAME_WITHOUT_VERB = 3


def understand(text: str) -> Command:
    """Return the command that a person's message stands for."""
    sentence = plain(text)
    if sentence in HELP_SENTENCES:
        return Command(Action.HELP)
    if sentence in SHOW_SENTENCES or text.strip().endswith("?"):
        return Command(Action.SHOW)
    if sentence in CLEAR_SENTENCES:
        return Command(Action.CLEAR)
    for verb, action in VERBS.items():
        if sentence == verb or sentence.startswith(f"{verb} "):
            return about_items(action, items_of(sentence.removeprefix(verb)))
    if STORES.intersection(re.findall(r"\w+", sentence)):
        return Command(Action.SHOW)
    items = items_of(sentence)
    if any(len(item.name.split()) > LONGEST_NAME_WITHOUT_VERB for item in items):
        return Command(Action.UNKNOWN)
    return about_items(Action.ADD, items)


def about_items(action: Action, items: tuple[Item, ...]) -> Command:
    """Return the command for these items; without any, nothing was understood."""
    return Command(action, items) if items else Command(Action.UNKNOWN)


def plain(text: str) -> str:
    """Return the message in small letters, on one line, with its first word corrected."""
    words = text.lower().replace("\n", " , ").split()
    sentence = " ".join(words).rstrip(" .!?,")
    sentence = re.sub(r"^/(\w+)(@\w+)?", r"\1", sentence)
    first, space, rest = sentence.partition(" ")
    for meant in OFTEN_MISTYPED:
        if is_slip(first, meant):
            first = meant
    return first + space + rest


def is_slip(written: str, meant: str) -> bool:
    """Whether one letter at most is missing, too many, wrong, or swapped with the next."""
    cuts = [(meant[:at], meant[at:]) for at in range(len(meant) + 1)]
    forms = {meant}
    forms.update(left + right[1:] for left, right in cuts)
    forms.update(left + right[1::-1] + right[2:] for left, right in cuts)
    if written in forms:
        return True
    letters = set(written)
    return any(
        written in (left + letter + right, left + letter + right[1:])
        for left, right in cuts
        for letter in letters
    )


def items_of(text: str) -> tuple[Item, ...]:
    """Return the items of "2 milk and bread"; none at all where a part is no item."""
    parts = re.split(r",|\s(?:and|&)\s", f" {text} ")
    items = []
    for part in parts:
        if part.strip():
            item = item_of(part.strip())
            if item is None:
                return ()
            items.append(item)
    return tuple(items)


def item_of(part: str) -> Item | None:
    """Return the item of "2 milk"; None where there is no name or nothing of it."""
    name, quantity = part, None
    first, _, rest = part.partition(" ")
    if found := re.fullmatch(r"(\d+) ?x? (.+)", part):
        name, quantity = found[2], int(found[1])
    elif first in NUMBERS:
        name, quantity = rest, NUMBERS[first]
    has_letter = any(character.isalpha() for character in name)
    return Item(name, quantity) if has_letter and quantity != 0 else None
