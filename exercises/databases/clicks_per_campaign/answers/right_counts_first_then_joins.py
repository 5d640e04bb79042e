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
        WITH counted AS (
            SELECT campaign_id, COUNT(*) AS clicked
            FROM clicks WHERE visitor IS NOT NULL
            GROUP BY campaign_id
        )
        SELECT c.name, COALESCE(counted.clicked, 0)
        FROM campaigns AS c
        LEFT JOIN counted ON counted.campaign_id = c.id
        ORDER BY COALESCE(counted.clicked, 0) DESC, c.name ASC
    """
