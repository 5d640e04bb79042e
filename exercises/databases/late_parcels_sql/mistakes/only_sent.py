"""You count only the status `sent`. A parcel that waits at customs is on its way too: say which status
does *not* count."""

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
        WHERE days_late > 0 AND status = 'sent'
        ORDER BY days_late DESC, id
    """
