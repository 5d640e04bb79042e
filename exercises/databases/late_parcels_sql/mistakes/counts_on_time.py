"""You list parcels that are zero days late: they are on time. Look at the boundary in your condition."""

import sqlite3


def ask(sql, parcels):
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE parcels"
        " (id INTEGER, city TEXT, status TEXT, days_late INTEGER)"
    )
    shop.executemany("INSERT INTO parcels VALUES (?, ?, ?, ?)", parcels)
    return shop.execute(sql).fetchall()


def late_parcels_sql():
    return """
        SELECT id, city, days_late FROM parcels
        WHERE days_late >= 0 AND status <> 'delivered'
        ORDER BY days_late DESC, id
    """
