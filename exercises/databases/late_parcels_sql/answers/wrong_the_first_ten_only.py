import sqlite3


def ask(sql, parcels):
    """Fill a table with the parcels, run the query, return its rows."""
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE parcels"
        " (id INTEGER, city TEXT, status TEXT, days_late INTEGER)"
    )
    shop.executemany("INSERT INTO parcels VALUES (?, ?, ?, ?)", parcels)
    return shop.execute(sql).fetchall()


def late_parcels_sql():
    """Return a query: the late parcels on their way, worst first."""
    return """
        WITH moving AS (SELECT * FROM parcels WHERE status IS NOT 'delivered')
        SELECT m.id, m.city, m.days_late FROM moving AS m
        WHERE m.days_late >= 1
        ORDER BY 3 DESC, 1 LIMIT 10
    """
