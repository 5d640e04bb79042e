import enum

Priority = enum.IntEnum("Priority", "LOW NORMAL HIGH URGENT")


def priority_of(text):
    name = text.strip().upper()
    if name in Priority.__members__:
        return Priority[name]
    raise ValueError('"' + text + '" is none of low, normal, high, urgent')


def raised(priority):
    match priority:
        case Priority.LOW:
            return Priority.NORMAL
        case Priority.NORMAL:
            return Priority.HIGH
        case _:
            return Priority.URGENT


def by_priority(tickets):
    ordered = list(tickets)
    ordered.sort(key=lambda ticket: ticket[1], reverse=True)
    return ordered
