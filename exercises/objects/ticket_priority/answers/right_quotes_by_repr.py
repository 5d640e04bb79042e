from enum import Enum, auto


class Priority(Enum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    word = text.strip().upper()
    if word not in Priority.__members__:
        names = ", ".join(name.lower() for name in Priority.__members__)
        raise ValueError(f"{text!r} is none of {names}")
    return Priority[word]


def raised(priority):
    every = list(Priority)
    return (every + every[-1:])[every.index(priority) + 1]


def by_priority(tickets):
    return [ticket for level in reversed(Priority) for ticket in tickets if ticket[1] is level]
