"""Equal ones stand in the alphabet from the end. You turned the whole list round after sorting, and that turns the
equal ones as well. Turn only the sort by the numbers."""


def top_features(counts, how_many):
    by_name = sorted(counts)
    by_use = sorted(by_name, key=counts.get)
    by_use.reverse()
    top = by_use[:how_many]

    return top
