OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


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
    if stack:
        return stack[-1][1]
    return None
