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
        WITH sales AS (
            SELECT strftime('%Y-%m', ordered_on) AS month, sku,
                   sum(count * cents) AS turnover
            FROM lines GROUP BY 1, 2 HAVING sum(count * cents) > 0
        ), placed AS (
            SELECT a.month, 1 + (
                SELECT count(*) FROM sales AS b
                WHERE b.month = a.month
                  AND (b.turnover > a.turnover
                       OR b.turnover = a.turnover AND b.sku < a.sku)
            ) AS place, a.sku, a.turnover FROM sales AS a
        )
        SELECT * FROM placed WHERE place <= 2 ORDER BY month, place
    """
