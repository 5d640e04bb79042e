"""Tickets of the same priority come out in the opposite order: sorting upwards and then reversing
the list reverses the ties too. Sort downwards by the key instead."""

from enum import Enum, auto


class Priority(Enum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    for priority in Priority:
        if priority.name == text.strip().upper():
            return priority
    names = ", ".join([priority.name.lower() for priority in Priority])
    raise ValueError(f'"{text}" is none of {names}')


def raised(priority):
    if priority is Priority.URGENT:
        return priority
    return Priority(priority.value + 1)


def by_priority(tickets):
    return sorted(tickets, key=lambda ticket: ticket[1].value)[::-1]
