"""A bracket that was closed stays in your list of open ones, so one that fits is taken for one that stays open. What
has to happen to the newest open one when its partner comes?"""

OPENING = {")": "(", "]": "[", "}": "{"}


def first_unbalanced(text):
    stack = []
    for place, character in enumerate(text):
        if character in OPENING.values():
            stack.append((character, place))
        elif character in OPENING and (not stack or stack[-1][0] != OPENING[character]):
            return place
    return stack[-1][1] if stack else None
