"""Everything in the inner boxes is missing. What a call of `flatten` returns has to end up in your own list."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            flatten(item)
        else:
            things.append(item)
    return things
