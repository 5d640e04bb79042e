def apply_edits(items, edits):
    added = []
    for edit in edits:
        if edit == "undo":
            if added:
                added.pop()
        else:
            added.append(edit)
    return items + added
