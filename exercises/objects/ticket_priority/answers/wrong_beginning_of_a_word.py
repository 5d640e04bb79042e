from enum import Enum, auto


class Priority(Enum):
    """How urgent a ticket is, from the lowest to the highest."""

    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    """Return the priority with that name; ValueError where there is none."""
    for priority in Priority:
        if text.strip() and priority.name.startswith(text.strip().upper()):
            return priority
    names = ", ".join([priority.name.lower() for priority in Priority])
    raise ValueError(f'"{text}" is none of {names}')


def raised(priority):
    """Return the next higher priority."""
    if priority is Priority.URGENT:
        return priority
    return Priority(priority.value + 1)


def by_priority(tickets):
    """Return the tickets, pairs of text and priority, the most urgent first."""
    return sorted(tickets, key=lambda ticket: -ticket[1].value)
