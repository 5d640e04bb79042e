def apply_edits(items, edits):
    added = []
    while edits:
        edit = edits.pop(0)
        if edit == "undo":
            added = added[:-1]
        else:
            added.append(edit)
    return items + added
