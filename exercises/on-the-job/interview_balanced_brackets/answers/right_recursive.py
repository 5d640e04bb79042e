OPENING = {")": "(", "]": "[", "}": "{"}


PAIRS = {"(": ")", "[": "]", "{": "}"}


def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""

    def inside(place, opened):
        """Return where this level ends, and the wrong place if there is one."""
        while place < len(text):
            character = text[place]
            if character in PAIRS:
                end, wrong = inside(place + 1, place)
                if wrong is not None:
                    return end, wrong
                place = end + 1
            elif character in PAIRS.values():
                if opened is None or PAIRS[text[opened]] != character:
                    return place, place
                return place, None
            else:
                place += 1
        return place, opened

    return inside(0, None)[1]
