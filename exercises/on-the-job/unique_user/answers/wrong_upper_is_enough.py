import unicodedata


def key(name):
    plain = unicodedata.normalize("NFD", name)
    plain = unicodedata.normalize("NFC", plain.upper())
    return " ".join(plain.split())


def register(users, name):
    before = len(users)
    users.setdefault(key(name), name)
    return len(users) > before


def find(users, name):
    return users.get(key(name))
