"""Without recursion: keep a pile of what is still to be opened, and take from its end. It has no limit on depth,
but takes more thought to read, because you keep the order by hand."""


def flatten(box):
    """Return a flat list of everything in a box and the boxes inside it."""
    things = []
    pile = [box]
    while pile:
        item = pile.pop()
        if isinstance(item, list):
            pile.extend(item[::-1])
        else:
            things.append(item)
    return things
