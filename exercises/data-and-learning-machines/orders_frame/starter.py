import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Of a customer who is listed twice, the last line counts; a country that is missing is `unknown`.
    """
