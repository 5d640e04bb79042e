import hashlib


def place(feature, user_id):
    """Return the user's place from 0 to 99 for this feature."""
    text = f"{feature}:{user_id}"
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16) % 100


def fits(user, rule):
    """Return whether the user has every attribute of the rule."""
    return all(key in user and user[key] == value for key, value in rule.items())


def is_open(flag, user):
    """Return whether the feature is open for the user."""
    if not flag["on"]:
        return False
    if any(fits(user, rule) for rule in flag.get("closed_for", [])):
        return False
    if user["id"] in " ".join(flag.get("open_for", [])):
        return True
    return place(flag["name"], user["id"]) < flag["percent"]
