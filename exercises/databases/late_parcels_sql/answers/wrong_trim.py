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
        SELECT id, city, days_late FROM parcels
        WHERE days_late > 0 AND RTRIM(status) <> 'delivered'
        ORDER BY days_late DESC, id
    """
