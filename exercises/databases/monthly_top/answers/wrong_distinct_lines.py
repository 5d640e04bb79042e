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
            SELECT strftime('%Y-%m', ordered_on) AS month, sku, SUM(count * cents) AS total
            FROM (SELECT DISTINCT * FROM lines)
            GROUP BY month, sku
        ),
        places AS (
            SELECT *, ROW_NUMBER() OVER (
                PARTITION BY month ORDER BY total DESC, sku
            ) AS place
            FROM totals
        )
        SELECT month, place, sku, total FROM places
        WHERE place <= 2
        ORDER BY month, place
    """
