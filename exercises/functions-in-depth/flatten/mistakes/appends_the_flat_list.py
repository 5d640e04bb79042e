"""There are still lists in your result: what comes out of a box inside goes in as *one* entry. Its things have
to be added one by one."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.append(flatten(item))
        else:
            things.append(item)
    return things
