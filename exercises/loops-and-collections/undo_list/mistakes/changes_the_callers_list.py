"""The result is right, but the list that was passed in has changed with it. Work on a copy."""


def apply_edits(items, edits):
    before = len(items)
    result = items
    for edit in edits:
        if edit != "undo":
            result.append(edit)
        elif len(result) > before:
            result.pop()
    return result
