"""" High " with spaces around it is unknown to you. People copy such words from mails, so strip the
text first."""

from enum import Enum, auto


class Priority(Enum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    for priority in Priority:
        if priority.name == text.upper():
            return priority
    names = ", ".join([priority.name.lower() for priority in Priority])
    raise ValueError(f'"{text}" is none of {names}')


def raised(priority):
    if priority is Priority.URGENT:
        return priority
    return Priority(priority.value + 1)


def by_priority(tickets):
    return sorted(tickets, key=lambda ticket: -ticket[1].value)
