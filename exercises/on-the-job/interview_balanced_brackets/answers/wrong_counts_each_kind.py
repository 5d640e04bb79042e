OPENING = {")": "(", "]": "[", "}": "{"}


def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""
    places = {"(": [], "[": [], "{": []}
    for place, character in enumerate(text):
        if character in places:
            places[character].append(place)
        elif character in OPENING:
            if not places[OPENING[character]]:
                return place
            places[OPENING[character]].pop()
    left = [place for kind in places.values() for place in kind]
    return max(left, default=None)
