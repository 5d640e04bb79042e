def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            for inner in item:
                if isinstance(inner, list):
                    things.extend(inner)
                else:
                    things.append(inner)
        else:
            things.append(item)
    return things
