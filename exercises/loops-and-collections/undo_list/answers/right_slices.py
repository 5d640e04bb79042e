def apply_edits(items, edits):
    result = items[:]
    for edit in edits:
        if edit == "undo":
            keep = max(len(items), len(result) - 1)
            result = result[:keep]
        else:
            result = [*result, edit]
    return result
