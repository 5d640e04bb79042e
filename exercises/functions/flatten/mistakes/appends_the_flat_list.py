"""You flatten the boxes inside, and then put the result in as *one* entry, a list again. Its things have
to be added one by one."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.append(flatten(item))
        else:
            things.append(item)
    return things
