import sqlite3


def ask(sql, campaigns, clicks):
    """Fill both tables, run the query, return its rows."""
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE campaigns (id INTEGER PRIMARY KEY, name TEXT)")
    shop.executemany("INSERT INTO campaigns VALUES (?, ?)", campaigns)
    shop.execute("CREATE TABLE clicks (campaign_id INTEGER, visitor TEXT)")
    shop.executemany("INSERT INTO clicks VALUES (?, ?)", clicks)
    return shop.execute(sql).fetchall()


def clicks_per_campaign_sql():
    """Return a query: name and number of clicks of each campaign."""
    return """
        SELECT campaigns.name, TOTAL(clicks.visitor IS NOT NULL) AS clicked
        FROM campaigns
        LEFT JOIN clicks ON clicks.campaign_id = campaigns.id
        GROUP BY campaigns.id
        ORDER BY clicked DESC, name
    """
