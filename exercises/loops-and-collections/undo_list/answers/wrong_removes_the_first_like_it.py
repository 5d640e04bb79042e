def apply_edits(items, edits):
    result = items.copy()
    last = None
    for edit in edits:
        if edit == "undo":
            if last in result:
                result.remove(last)
        else:
            result.append(edit)
            last = edit
    return result
