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
        SELECT p.id, p.city, p.days_late AS late FROM parcels AS p
        WHERE NOT (p.days_late <= 0 OR p.status = 'delivered')
        ORDER BY -late, 1 ASC;
    """
