"""What lies in the boxes inside is missing. You call `flatten` for them, but nothing takes what it gives
back."""


def flatten(box):
    things = []
    for item in box:
        if isinstance(item, list):
            flatten(item)
        else:
            things.append(item)
    return things
