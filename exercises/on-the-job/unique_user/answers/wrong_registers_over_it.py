import unicodedata


def key(name):
    """Return what two names have in common when they are the same name."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", " ".join(name.split())).casefold())


def register(users, name):
    """Add the name; return whether it was still free."""
    free = key(name) not in users
    users[key(name)] = name
    return free


def find(users, name):
    """Return the name as it was registered, or None."""
    return users.get(key(name))
