"""What is in the boxes inside is missing. Whatever a call of `flatten` returns has to get into your own list."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            flatten(item)
        else:
            things.append(item)
    return things
