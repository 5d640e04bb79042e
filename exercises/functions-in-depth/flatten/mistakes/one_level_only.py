"""You open the boxes of the first level, but not those inside them. Which function can do to an inner box what
yours does to the whole?"""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            things.extend(item)
        else:
            things.append(item)
    return things
