"""Capitals work now. The names from her phone and her laptop are still two: look at the length of both texts."""


def key(name):
    """Return what two names have in common when they are the same name."""
    return " ".join(name.casefold().split())


def register(users, name):
    """Add the name; return whether it was still free."""
    if key(name) in users:
        return False
    users[key(name)] = name
    return True


def find(users, name):
    """Return the name as it was registered, or None."""
    return users.get(key(name))
