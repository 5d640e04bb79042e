def apply_edits(items, edits):
    result = list(items)
    count = 0
    for edit in edits:
        if edit == "undo":
            if count > 0:
                result.pop()
            count -= 1
        else:
            result.append(edit)
            count += 1
    return result
