from enum import Enum


class Priority(Enum):
    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"


ORDER = list(Priority)


def priority_of(text):
    try:
        return Priority(text.strip().lower())
    except ValueError:
        names = ", ".join(one.value for one in Priority)
        raise ValueError(f'"{text}" is none of {names}') from None


def raised(priority):
    place = ORDER.index(priority)
    return ORDER[min(place + 1, len(ORDER) - 1)]


def by_priority(tickets):
    result = []
    for priority in reversed(ORDER):
        for ticket in tickets:
            if ticket[1] is priority:
                result.append(ticket)
    return result
