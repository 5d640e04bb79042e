"""You count visits. A customer who came three times is counted three times; each should count once."""


def unique_visitors(visits, staff):
    customers = 0
    for number in visits:
        if number not in staff:
            customers += 1

    return customers
