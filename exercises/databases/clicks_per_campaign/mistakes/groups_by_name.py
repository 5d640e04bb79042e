"""Two campaigns with the same name melt into one. Group by what tells campaigns apart."""

import sqlite3


def ask(sql, campaigns, clicks):
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE campaigns (id INTEGER PRIMARY KEY, name TEXT)")
    shop.executemany("INSERT INTO campaigns VALUES (?, ?)", campaigns)
    shop.execute("CREATE TABLE clicks (campaign_id INTEGER, visitor TEXT)")
    shop.executemany("INSERT INTO clicks VALUES (?, ?)", clicks)
    return shop.execute(sql).fetchall()


def clicks_per_campaign_sql():
    return """
        SELECT campaigns.name, COUNT(clicks.visitor) AS clicked
        FROM campaigns
        LEFT JOIN clicks ON clicks.campaign_id = campaigns.id
        GROUP BY campaigns.name
        ORDER BY clicked DESC, name
    """
