import hashlib


def place(feature, user_id):
    """Return the user's place from 0 to 99 for this feature."""


def is_open(flag, user):
    """Return whether the feature is open for the user."""
