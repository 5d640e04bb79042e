import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Of a customer who is listed twice, the last line counts; a country that is missing is `unknown`.
    """
    orders.sort_values("customer", inplace=True)
    known = customers.drop_duplicates("customer", keep="last")
    joined = orders.merge(known, on="customer", how="left", validate="many_to_one")
    joined["country"] = joined["country"].fillna("unknown")
    report = joined.groupby("country", as_index=False).agg(
        orders=("order", "count"), cents=("cents", "sum")
    )
    return report.sort_values(["cents", "country"], ascending=[False, True], ignore_index=True)
