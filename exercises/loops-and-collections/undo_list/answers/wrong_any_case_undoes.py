def apply_edits(items, edits):
    result = items.copy()
    for edit in edits:
        if edit.lower() != "undo":
            result.append(edit)
        elif len(result) > len(items):
            result.pop()
    return result
