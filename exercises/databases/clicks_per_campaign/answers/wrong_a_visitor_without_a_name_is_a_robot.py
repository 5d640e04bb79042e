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
    return """
    WITH human AS (SELECT campaign_id FROM clicks WHERE visitor != '')
    SELECT c.name, COUNT(h.campaign_id) AS n
    FROM campaigns AS c LEFT JOIN human AS h ON h.campaign_id = c.id
    GROUP BY c.id, c.name ORDER BY n DESC, c.name
    """
