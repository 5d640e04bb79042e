def flatten(box, depth=0):
    things = []
    for item in box:
        if isinstance(item, list) and depth < 3:
            things.extend(flatten(item, depth + 1))
        else:
            things.append(item)
    return things
