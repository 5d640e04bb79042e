"""When the thing is on the list twice, both are gone. She bought one, so only the first one goes."""


def remove_bought(items, bought):
    left = [item for item in items if item != bought]

    return left
