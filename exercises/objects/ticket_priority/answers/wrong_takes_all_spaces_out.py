from enum import Enum, auto


class Priority(Enum):
    LOW = auto()
    NORMAL = auto()
    HIGH = auto()
    URGENT = auto()


def priority_of(text):
    try:
        return Priority[text.replace(" ", "").upper()]
    except KeyError:
        names = ", ".join(p.name.lower() for p in Priority)
        raise ValueError(f'"{text}" is none of {names}') from None


def raised(priority):
    return Priority(min(priority.value + 1, Priority.URGENT.value))


def by_priority(tickets):
    return sorted(tickets, key=lambda t: t[1].value, reverse=True)
