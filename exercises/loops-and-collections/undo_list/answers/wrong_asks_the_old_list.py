def apply_edits(items, edits):
    result = list(items)
    for edit in edits:
        if edit == "undo":
            if result and result[-1] not in items:
                result.pop()
        else:
            result.append(edit)
    return result
