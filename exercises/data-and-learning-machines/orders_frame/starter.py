import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Who is listed twice lives where the last line says; whose country is not known is `unknown`.
    """
