"""You open tuples or dictionaries as if they were boxes. Only lists are boxes; everything else is a thing and
stays whole."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, (list, tuple, dict)):
            things.extend(flatten(item))
        else:
            things.append(item)
    return things
