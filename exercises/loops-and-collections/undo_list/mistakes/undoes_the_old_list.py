"""Things that were on the list before the edits disappear. Only what the edits added can be taken back."""


def apply_edits(items, edits):
    result = items.copy()
    for edit in edits:
        if edit != "undo":
            result.append(edit)
        elif result:
            result.pop()
    return result
