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
        WITH totals AS (
            SELECT SUBSTRING(ordered_on, 1, 7) AS month, sku, SUM(count * cents) AS total
            FROM lines
            GROUP BY month, sku
        ),
        places AS (
            SELECT *, ROW_NUMBER() OVER (
                PARTITION BY month ORDER BY total DESC, sku
            ) AS place
            FROM totals
        )
        SELECT month, place, sku, total FROM places
        WHERE place IN (1, 2)
        ORDER BY 1, 2
    """
