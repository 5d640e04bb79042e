def first_unbalanced(text):
    closing = {"(": ")", "[": "]", "{": "}"}
    expected, places = [], []
    for place, char in enumerate(text.strip()):
        if char in closing:
            expected.append(closing[char])
            places.append(place)
        elif char in closing.values():
            if not expected or expected[-1] != char:
                return place
            expected.pop()
            places.pop()
    return places[-1] if places else None
