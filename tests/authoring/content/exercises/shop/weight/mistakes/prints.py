"""You show the weight with `print`, so the caller gets `None`. Hand it back with `return`."""


def weight(items, box):
    print(items * 3 + box)
