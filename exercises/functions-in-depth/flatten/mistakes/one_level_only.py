"""You open the boxes of the first level, but not those inside them. What does to a box inside what your function
does to the whole?"""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(item)
        else:
            things.append(item)
    return things
