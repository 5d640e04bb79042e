import hashlib


def place(feature, user_id):
    """Return the user's place from 0 to 99 for this feature."""
    text = f"{feature}:{user_id}"
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16) % 100


def fits(user, rule):
    """Return whether the user has every attribute of the rule."""
    return all(key in user and user[key] == value for key, value in rule.items())


MISSING = object()


def is_open(flag, user):
    """Return whether the feature is open for the user."""
    closed = (
        all(user.get(name, MISSING) == value for name, value in rule.items())
        for rule in flag.get("closed_for") or []
    )
    invited = user["id"] in (flag.get("open_for") or [])
    lucky = place(flag["name"], user["id"]) in range(flag["percent"])
    return bool(flag["on"] and not any(closed) and (invited or lucky))
