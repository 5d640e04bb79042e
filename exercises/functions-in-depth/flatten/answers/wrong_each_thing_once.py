def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(flatten(item))
        else:
            if item not in things:
                things.append(item)
    return things
