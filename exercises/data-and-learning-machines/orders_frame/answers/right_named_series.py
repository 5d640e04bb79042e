import pandas as pd


def by_country(orders, customers):
    """Return how many orders came from each country and what they brought, the largest first.

    Who is listed twice lives where the last line says; whose country is not known is `unknown`.
    """
    known = customers.drop_duplicates("customer", keep="last")
    joined = orders.merge(known, on="customer", how="left", validate="many_to_one")
    joined["country"] = joined["country"].fillna("unknown")
    groups = joined.groupby("country")
    report = pd.DataFrame({"orders": groups.size(), "cents": groups["cents"].sum()}).reset_index()
    return report.sort_values("cents", ascending=False, kind="stable").reset_index(drop=True)
