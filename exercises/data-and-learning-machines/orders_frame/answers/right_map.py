import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Who is listed twice lives where the last line says; whose country is not known is `unknown`.
    """
    country = dict(zip(customers["customer"], customers["country"]))
    where = orders["customer"].map(country).fillna("unknown")
    joined = orders.assign(country=where)
    report = joined.groupby("country", as_index=False).agg(
        orders=("order", "count"), cents=("cents", "sum")
    )
    return report.sort_values(["cents", "country"], ascending=[False, True], ignore_index=True)
