OPENING = {")": "(", "]": "[", "}": "{"}


def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""
    open_places = []
    for place in range(len(text)):
        if text[place] in "([{":
            open_places.append(place)
        elif text[place] in ")]}":
            if not open_places:
                return place
            if text[open_places.pop()] + text[place] not in ("()", "[]", "{}"):
                return place
    return open_places[-1] if open_places else None
