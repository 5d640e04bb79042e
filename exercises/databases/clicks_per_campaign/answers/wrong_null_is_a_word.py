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
    return """SELECT c.name, SUM(CASE WHEN k.visitor IS NOT NULL AND k.visitor <> 'NULL' THEN 1 ELSE 0 END)
 FROM campaigns c LEFT JOIN clicks k ON k.campaign_id = c.id GROUP BY c.id ORDER BY 2 DESC, 1"""
