"""You count how many of each kind are open. In `total(lines[0)]` the counts fit and the order does not: remember *which* one was opened
last."""

PAIRS = {")": "(", "]": "[", "}": "{"}


def first_unbalanced(text):
    places = {"(": [], "[": [], "{": []}
    for place, character in enumerate(text):
        if character in places:
            places[character].append(place)
        elif character in PAIRS:
            if not places[PAIRS[character]]:
                return place
            places[PAIRS[character]].pop()
    left = [place for kind in places.values() for place in kind]
    return max(left, default=None)
