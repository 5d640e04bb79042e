from enum import Enum, auto


class Priority(Enum):
    """How urgent a ticket is, from the lowest to the highest."""


def priority_of(text):
    """Return the priority with that name; ValueError where there is none."""


def raised(priority):
    """Return the next higher priority."""


def by_priority(tickets):
    """Return the tickets, pairs of text and priority, the most urgent first."""
