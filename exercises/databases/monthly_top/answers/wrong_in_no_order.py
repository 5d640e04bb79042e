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
WITH sums AS (
 SELECT substr(ordered_on, 1, 7) AS month, sku, SUM(count * cents) AS turnover FROM lines GROUP BY month, sku
), ranked AS (
 SELECT month, ROW_NUMBER() OVER (PARTITION BY month ORDER BY turnover DESC, sku) AS place, sku, turnover FROM sums
)
SELECT month, place, sku, turnover FROM ranked WHERE place <= 2"""
