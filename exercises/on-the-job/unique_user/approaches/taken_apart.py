"""Takes the other normal form, NFD, which writes every accent as a character of its own. For comparing both
are equally good, as long as the whole program uses one."""

import unicodedata


def key(name):
    """Return what two names have in common when they are the same name."""
    return " ".join(unicodedata.normalize("NFD", name.casefold()).split())


def register(users, name):
    """Add the name; return whether it was still free."""
    if key(name) in users:
        return False
    users[key(name)] = name
    return True


def find(users, name):
    """Return the name as it was registered, or None."""
    return users.get(key(name))
