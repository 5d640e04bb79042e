def apply_edits(items, edits):
    added = []
    for edit in edits:
        if edit.strip() == "undo":
            added = added[:-1]
        else:
            added.append(edit)
    return items + added
