import sqlite3


def ask(sql, lines):
    """Fill the table with the lines, run the query, return its rows."""
    shop = sqlite3.connect(":memory:")
    shop.execute(
        "CREATE TABLE lines"
        " (ordered_on TEXT, sku TEXT, count INTEGER, cents INTEGER)"
    )
    shop.executemany("INSERT INTO lines VALUES (?, ?, ?, ?)", lines)
    return shop.execute(sql).fetchall()


def monthly_top_sql():
    """Return a query: the two products with the highest turnover of each month."""
    return """
        SELECT month, place, sku, total FROM (
            SELECT substr(ordered_on, 1, 7) AS month, sku, SUM(count * cents) AS total,
                RANK() OVER (
                    PARTITION BY substr(ordered_on, 1, 7)
                    ORDER BY SUM(count * cents) DESC, sku
                ) AS place
            FROM lines GROUP BY substr(ordered_on, 1, 7), sku
        ) WHERE place < 3 ORDER BY 1, 2
    """
