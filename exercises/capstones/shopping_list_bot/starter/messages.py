"""What a person wrote, turned into a command."""

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


def understand(text: str) -> Command:
    """Return the command that a person's message stands for."""


def is_slip(written: str, meant: str) -> bool:
    """Whether one letter at most is missing, too many, wrong, or swapped with the next."""
