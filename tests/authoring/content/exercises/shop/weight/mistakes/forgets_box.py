"""You weigh the things and forget the box."""


def weight(items, box):
    return items * 3
