"""Treats a rule as a set of pairs: it fits when all its pairs are among the user's. Short and exact, but it
needs values that can be in a set, so no lists."""

import hashlib


def place(feature, user_id):
    """Return the user's place from 0 to 99 for this feature."""
    text = f"{feature}:{user_id}"
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest(), 16) % 100


def is_open(flag, user):
    """Return whether the feature is open for the user."""
    if not flag["on"]:
        return False
    for rule in flag.get("closed_for", []):
        if set(rule.items()) <= set(user.items()):
            return False
    if user["id"] in flag.get("open_for", []):
        return True
    return place(flag["name"], user["id"]) < flag["percent"]
