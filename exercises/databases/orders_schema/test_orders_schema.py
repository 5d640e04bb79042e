import sqlite3

import pytest
from orders_schema import new_shop, outcome

ROWS = [
    "INSERT INTO customers (id, email) VALUES (1, 'amira@a.example'), (2, 'erik@a.example')",
    "INSERT INTO products (sku, name, cents) VALUES ('MUG', 'mug', 990), ('TEA', 'tea', 450)",
    "INSERT INTO orders (id, customer_id, ordered_on) VALUES (7, 1, '2026-03-01')",
    "INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'MUG', 2, 990)",
]


@pytest.fixture
def shop():
    shop = new_shop()
    for statement in ROWS:
        shop.execute(statement)
    shop.commit()
    yield shop
    shop.close()


def refused(shop, statement):
    """Whether the tables refuse this as something that cannot be."""
    try:
        shop.execute(statement)
    except sqlite3.IntegrityError:
        return True
    finally:
        shop.rollback()
    return False


def test_an_order_fits_into_the_tables(shop):
    query = """
        SELECT email, name, lines.count, lines.cents, ordered_on
        FROM orders
        JOIN customers ON customers.id = orders.customer_id
        JOIN lines ON lines.order_id = orders.id
        JOIN products ON products.sku = lines.sku
    """
    assert shop.execute(query).fetchall() == [("amira@a.example", "mug", 2, 990, "2026-03-01")]


def test_a_customer_may_have_several_orders_and_an_order_several_products(shop):
    shop.execute("INSERT INTO orders (customer_id, ordered_on) VALUES (1, '2026-03-01')")
    shop.execute("INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'TEA', 1, 450)")
    shop.execute("INSERT INTO lines (order_id, sku, count, cents) VALUES (8, 'TEA', 1, 450)")
    assert shop.execute("SELECT COUNT(*) FROM lines").fetchone() == (3,)


def test_nobody_shares_an_address(shop):
    assert refused(shop, "INSERT INTO customers (email) VALUES ('amira@a.example')")


def test_a_customer_has_an_address(shop):
    assert refused(shop, "INSERT INTO customers (email) VALUES (NULL)")


def test_an_sku_is_there_once_and_never_missing(shop):
    assert refused(shop, "INSERT INTO products (sku, name, cents) VALUES ('MUG', 'cup', 1)")
    assert refused(shop, "INSERT INTO products (sku, name, cents) VALUES (NULL, 'cup', 1)")


@pytest.mark.parametrize("values", ["'CUP', NULL, 1", "'CUP', 'cup', NULL", "'CUP', 'cup', -1"])
def test_a_product_has_a_name_and_a_price_that_can_be(shop, values):
    assert refused(shop, f"INSERT INTO products (sku, name, cents) VALUES ({values})")


def test_a_product_may_be_free(shop):
    shop.execute("INSERT INTO products (sku, name, cents) VALUES ('BAG', 'bag', 0)")
    assert not refused(
        shop, "INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'TEA', 1, 0)"
    )


@pytest.mark.parametrize("values", ["99, '2026-03-01'", "NULL, '2026-03-01'", "1, NULL"])
def test_an_order_belongs_to_a_customer_and_has_a_day(shop, values):
    assert refused(shop, f"INSERT INTO orders (customer_id, ordered_on) VALUES ({values})")


@pytest.mark.parametrize(
    "values",
    [
        "99, 'TEA', 1, 450",
        "NULL, 'TEA', 1, 450",
        "7, 'CUP', 1, 450",
        "7, NULL, 1, 450",
        "7, 'TEA', 0, 450",
        "7, 'TEA', -1, 450",
        "7, 'TEA', NULL, 450",
        "7, 'TEA', 1, -1",
        "7, 'TEA', 1, NULL",
    ],
)
def test_a_line_that_cannot_be_is_refused(shop, values):
    assert refused(shop, f"INSERT INTO lines (order_id, sku, count, cents) VALUES ({values})")


def test_a_product_is_in_an_order_once(shop):
    assert refused(
        shop, "INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'MUG', 1, 990)"
    )


def test_a_product_is_in_an_order_once_at_another_price_too(shop):
    assert refused(
        shop, "INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'MUG', 2, 450)"
    )


@pytest.mark.parametrize(
    ("columns", "values"),
    [
        ("sku, count, cents", "'TEA', 1, 450"),
        ("order_id, count, cents", "7, 1, 450"),
        ("order_id, sku, cents", "7, 'TEA', 450"),
        ("order_id, sku, count", "7, 'TEA', 1"),
    ],
)
def test_every_column_of_a_line_is_required(shop, columns, values):
    assert refused(shop, f"INSERT INTO lines ({columns}) VALUES ({values})")


def test_every_column_of_a_product_and_an_order_is_required(shop):
    assert refused(shop, "INSERT INTO products (name, cents) VALUES ('cup', 1)")
    assert refused(shop, "INSERT INTO products (sku, cents) VALUES ('CUP', 1)")
    assert refused(shop, "INSERT INTO products (sku, name) VALUES ('CUP', 'cup')")
    assert refused(shop, "INSERT INTO orders (customer_id) VALUES (1)")
    assert refused(shop, "INSERT INTO orders (ordered_on) VALUES ('2026-03-01')")


def test_large_numbers_and_long_texts_are_accepted(shop):
    shop.execute(f"INSERT INTO products (sku, name, cents) VALUES ('{'P' * 40}', '{'p' * 200}', 9000000)")
    line = f"INSERT INTO lines (order_id, sku, count, cents) VALUES (7, '{'P' * 40}', 5000, 9000000)"
    assert not refused(shop, line)


def test_counts_and_prices_are_integer_columns(shop):
    kinds = {
        (table, row[1]): row[2].upper()
        for table in ("lines", "products")
        for row in shop.execute(f"PRAGMA table_info({table})")
    }
    columns = (("lines", "count"), ("lines", "cents"), ("products", "cents"))
    assert [kinds[column] for column in columns] == ["INTEGER"] * 3


def test_two_products_may_have_the_same_name_and_price(shop):
    shop.execute("INSERT INTO products (sku, name, cents) VALUES ('CUP', 'mug', 990)")
    shop.execute("INSERT INTO lines (order_id, sku, count, cents) VALUES (7, 'CUP', 2, 990)")
    assert shop.execute("SELECT COUNT(*) FROM lines").fetchone() == (2,)


def test_a_customer_with_orders_stays(shop):
    assert refused(shop, "DELETE FROM customers WHERE id = 1")


def test_a_customer_without_orders_may_go(shop):
    shop.execute("DELETE FROM customers WHERE id = 2")
    assert shop.execute("SELECT COUNT(*) FROM customers").fetchone() == (1,)


def test_a_product_that_was_ordered_stays(shop):
    assert refused(shop, "DELETE FROM products WHERE sku = 'MUG'")


def test_a_product_that_nobody_ordered_may_go(shop):
    shop.execute("DELETE FROM products WHERE sku = 'TEA'")
    assert shop.execute("SELECT COUNT(*) FROM products").fetchone() == (1,)


def test_the_lines_go_with_their_order(shop):
    shop.execute("INSERT INTO orders (id, customer_id, ordered_on) VALUES (8, 2, '2026-03-02')")
    shop.execute("INSERT INTO lines (order_id, sku, count, cents) VALUES (8, 'TEA', 1, 450)")
    shop.execute("DELETE FROM orders WHERE id = 7")
    assert shop.execute("SELECT order_id FROM lines").fetchall() == [(8,)]


def test_the_database_gives_customers_and_orders_their_numbers(shop):
    shop.execute("INSERT INTO customers (email) VALUES ('mei@a.example')")
    shop.execute("INSERT INTO orders (customer_id, ordered_on) VALUES (2, '2026-03-02')")
    assert shop.execute("SELECT MAX(id), COUNT(id) FROM customers").fetchone() == (3, 3)
    assert shop.execute("SELECT MAX(id), COUNT(id) FROM orders").fetchone() == (8, 2)


def test_counts_and_prices_are_whole_numbers(shop):
    query = "SELECT typeof(lines.count), typeof(lines.cents), typeof(products.cents) FROM lines, products"
    assert set(shop.execute(query)) == {("integer", "integer", "integer")}


def test_a_new_price_leaves_old_orders_alone(shop):
    shop.execute("UPDATE products SET cents = 1290 WHERE sku = 'MUG'")
    assert shop.execute("SELECT cents FROM lines").fetchone() == (990,)


def test_the_outcome_of_statements_says_which_rule_refused():
    address = "INSERT INTO customers (email) VALUES ('mei@a.example')"
    assert outcome(new_shop(), address) == "ok"
    assert outcome(new_shop(), address, address) == "UNIQUE"
