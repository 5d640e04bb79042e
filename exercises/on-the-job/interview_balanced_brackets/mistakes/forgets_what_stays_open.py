"""You check every closing bracket, and forget the open ones when the text is over. What is on your stack then?"""

OPENING = {")": "(", "]": "[", "}": "{"}


def first_unbalanced(text):
    """Return the place of the first bracket that is wrong, or None."""
    stack = []
    for place, character in enumerate(text):
        if character in OPENING.values():
            stack.append((character, place))
        elif character in OPENING:
            if not stack or stack[-1][0] != OPENING[character]:
                return place
            stack.pop()
    return None
