import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Of a customer who is listed twice, the last line counts; a country that is missing is `unknown`.
    """
    country = dict(zip(customers["customer"], customers["country"]))
    where = orders["customer"].map(country).fillna("unknown")
    joined = orders.assign(country=where)
    report = joined.groupby("country", as_index=False).agg(
        orders=("order", "count"), cents=("cents", "sum")
    )
    return report.sort_values(["cents", "country"], ascending=[False, True], ignore_index=True)
