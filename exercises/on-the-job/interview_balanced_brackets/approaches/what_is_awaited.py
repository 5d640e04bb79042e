"""Puts the *closing* bracket that is awaited on the stack. The comparison gets simpler, since the top of the stack is what has to
come; the stack reads less like what is open."""

CLOSING = {"(": ")", "[": "]", "{": "}"}


def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""
    awaited = []
    places = []
    for place, character in enumerate(text):
        if character in CLOSING:
            awaited.append(CLOSING[character])
            places.append(place)
        elif character in ")]}":
            if not awaited or awaited.pop() != character:
                return place
            places.pop()
    return places[-1] if places else None
