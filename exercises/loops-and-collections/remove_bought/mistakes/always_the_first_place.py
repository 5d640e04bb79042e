"""The first thing on the list goes, whatever it is. Take out the thing that was bought; there is a method that
goes by the value."""


def remove_bought(items, bought):
    left = items.copy()
    if bought in left:
        del left[0]

    return left
