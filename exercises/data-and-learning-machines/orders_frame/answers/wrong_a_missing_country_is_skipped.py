import pandas as pd


def by_country(orders, customers):
    newest = customers.dropna().drop_duplicates("customer", keep="last")
    joined = orders.merge(newest, on="customer", how="left")
    joined["country"] = joined["country"].fillna("unknown")
    result = joined.groupby("country", as_index=False).agg(orders=("order", "count"), cents=("cents", "sum"))
    return result.sort_values(["cents", "country"], ascending=[False, True], ignore_index=True)
