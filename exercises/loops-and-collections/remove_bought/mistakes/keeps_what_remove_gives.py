"""You give `left` the value of `remove(...)`. It changes the list and hands nothing back, so `left` is `None`.
Copy on one line, remove on the next."""


def remove_bought(items, bought):
    left = items.copy()
    if bought in left:
        left = left.remove(bought)

    return left
