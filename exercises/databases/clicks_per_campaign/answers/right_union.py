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
        WITH counted (id, name, many) AS (
            SELECT c.id, c.name, 1 FROM campaigns c JOIN clicks ON c.id = campaign_id WHERE visitor IS NOT NULL
            UNION ALL
            SELECT id, name, 0 FROM campaigns
        )
        SELECT MAX(name), SUM(many) FROM counted GROUP BY id ORDER BY 2 DESC, 1;
    """
