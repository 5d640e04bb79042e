"""You subtract everyone who works there, whether they came or not. Staff who did not visit are not among the
visitors, so they must not be subtracted."""


def unique_visitors(visits, staff):
    customers = len(set(visits)) - len(staff)

    return customers
