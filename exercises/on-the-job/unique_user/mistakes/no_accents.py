"""You take the accents off, and with them the difference between Zoe and Zoë, who are two people. Names written in
other alphabets even become empty, and all the same."""

import unicodedata


def key(name):
    """Return what two names have in common when they are the same name."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore")
    return " ".join(plain.decode("ascii").split())


def register(users, name):
    """Add the name; return whether it was still free."""
    if key(name) in users:
        return False
    users[key(name)] = name
    return True


def find(users, name):
    """Return the name as it was registered, or None."""
    return users.get(key(name))
