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
    if any(count < 1 for _, count in delivery):
        raise ValueError("count")
    known = {sku for sku, _, _ in stock(shop)}
    with shop:
        for sku, count in delivery:
            if sku in known:
                shop.execute("UPDATE stock SET count = count + ? WHERE sku = ?", (count, sku))
            else:
                shop.execute("INSERT OR REPLACE INTO stock VALUES (?, ?, NULL)", (sku, count))
                known.add(sku)
