from enum import Enum, auto


class Priority(Enum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    word = text.strip().upper()
    if word not in Priority.__members__:
        raise ValueError(f'"{text.strip().lower()}" is none of low, normal, high, urgent')
    return Priority[word]


def raised(priority):
    if priority is Priority.URGENT:
        return priority
    return Priority(priority.value + 1)


def by_priority(tickets):
    return sorted(tickets, key=lambda ticket: ticket[1].value, reverse=True)
