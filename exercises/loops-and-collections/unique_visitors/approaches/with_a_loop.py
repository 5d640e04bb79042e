"""A loop that remembers whom it has seen. It does the same in six lines, and there is room in it for a second
condition or a second counter."""


def unique_visitors(visits, staff):
    """Count the different customers among the visits, without the staff."""
    seen = set()
    for number in visits:
        if number not in staff:
            seen.add(number)
    customers = len(seen)

    return customers
