import sqlite3


def new_warehouse(path=":memory:"):
    """Return a database with 7 teas on shelf A and 2 mugs on shelf B."""
    shop = sqlite3.connect(path, timeout=0)
    shop.execute(
        "CREATE TABLE stock"
        " (sku TEXT PRIMARY KEY, count INTEGER CHECK (count >= 0), shelf TEXT)"
    )
    shop.execute("INSERT INTO stock VALUES ('TEA', 7, 'A'), ('MUG', 2, 'B')")
    shop.commit()
    return shop


def stock(shop):
    """Return SKU, count and shelf of all products, by SKU."""
    return shop.execute("SELECT sku, count, shelf FROM stock ORDER BY sku").fetchall()


def receive(shop, delivery):
    """Add a delivery, pairs of SKU and count, to the stock; all of it or nothing."""
    together = {}
    for sku, count in delivery:
        together[sku] = together.get(sku, 0) + count
    shop.execute("BEGIN IMMEDIATE")
    try:
        for sku, count in together.items():
            if count < 1:
                raise ValueError(sku)
            row = (count, sku)
            if shop.execute("UPDATE stock SET count = count + ? WHERE sku = ?", row).rowcount == 0:
                shop.execute("INSERT INTO stock (count, sku) VALUES (?, ?)", row)
    except BaseException:
        shop.rollback()
        raise
    shop.commit()
