def first():
    """Return the first number."""
    return 1


def after(number):
    """Return the number after that one."""
    return number + first()
