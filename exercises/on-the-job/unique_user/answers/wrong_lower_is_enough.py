import unicodedata


def key(name):
    """Return what two names have in common when they are the same name."""
    return " ".join(unicodedata.normalize("NFC", name.lower()).split())


def register(users, name):
    """Add the name; return whether it was still free."""
    if key(name) in users:
        return False
    users[key(name)] = name
    return True


def find(users, name):
    """Return the name as it was registered, or None."""
    return users.get(key(name))
