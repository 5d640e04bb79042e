WORDS = {"S": "small", "M": "medium", "L": "large"}


def long_label(kind):
    """Return the word for a kind of parcel."""
    return WORDS[kind]
