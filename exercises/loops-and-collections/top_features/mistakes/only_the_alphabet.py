"""Your list is in alphabetical order, whatever the numbers say. Sorting a dictionary compares its keys; say with
`key=` what else to compare by."""


def top_features(counts, how_many):
    top = sorted(counts)[:how_many]

    return top
