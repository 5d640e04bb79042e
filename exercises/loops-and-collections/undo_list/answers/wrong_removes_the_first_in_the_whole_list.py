def apply_edits(items, edits):
    result = list(items)
    added = []
    for edit in edits:
        if edit == "undo":
            if added:
                result.remove(added.pop())
        else:
            result.append(edit)
            added.append(edit)
    return result
