def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(flatten(item))
        elif item:
            things.append(item)
    return things
