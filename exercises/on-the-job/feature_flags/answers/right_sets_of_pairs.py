import hashlib


def place(feature, user_id):
    """Return the user's place from 0 to 99 for this feature."""
    digest = hashlib.sha256(f"{feature}:{user_id}".encode()).digest()
    return int.from_bytes(digest, "big") % 100


def fits(user, rule):
    """Return whether the user has every attribute of the rule."""
    return all(key in user and user[key] == value for key, value in rule.items())


def is_open(flag, user):
    """Return whether the feature is open for the user."""
    if flag["on"]:
        for rule in flag.get("closed_for", ()):
            if rule.items() <= user.items():
                return False
        if user["id"] in flag.get("open_for", ()):
            return True
        return flag["percent"] > place(flag["name"], user["id"])
    return False
