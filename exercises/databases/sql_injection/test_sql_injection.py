import sqlite3

from sql_injection import orders_of, shop_with

MEI = "mei@example.org"
ONEILL = "o'neill@example.org"


def test_finds_the_order_of_a_customer():
    assert orders_of(shop_with([(1, MEI)]), MEI) == [1]


def test_an_address_may_have_a_quote():
    assert orders_of(shop_with([(1, MEI), (2, ONEILL)]), ONEILL) == [2]


def test_typed_sql_finds_nothing():
    assert orders_of(shop_with([(1, MEI), (2, ONEILL)]), "' OR '1' = '1") == []


def test_whatever_was_stored_as_an_address_is_found():
    odd = ["' OR '1' = '1", "x'; DROP TABLE orders; --", "", "ORSELECT@example.org"]
    for number, typed in enumerate(odd):
        assert orders_of(shop_with([(number, typed), (99, MEI)]), typed) == [number]


class Noting(sqlite3.Cursor):
    """A cursor that notes the text of every statement, without the values beside it."""

    statements = []

    def execute(self, statement, *values):
        self.statements.append(statement)
        return super().execute(statement, *values)

    def executescript(self, statements):
        self.statements.append(statements)
        return super().executescript(statements)


class Noted(sqlite3.Connection):
    """A connection whose cursors note their statements."""

    def cursor(self, *kind):
        return super().cursor(Noting)

    def execute(self, statement, *values):
        return self.cursor().execute(statement, *values)


def test_what_is_typed_is_never_part_of_the_sql():
    shop = sqlite3.connect(":memory:", factory=Noted)
    filled = shop_with([(1, MEI), (2, ONEILL)])
    filled.commit()
    filled.backup(shop)
    Noting.statements.clear()
    assert orders_of(shop, ONEILL) == [2]
    for_oneill = list(Noting.statements)
    assert for_oneill
    assert not any("neill" in statement for statement in for_oneill)
    Noting.statements.clear()
    orders_of(shop, MEI)
    assert Noting.statements == for_oneill


def test_percent_and_underscore_are_ordinary_characters():
    for typed in ("%", "*", "mei@example.or?", "mei@example.or[g]"):
        assert orders_of(shop_with([(1, MEI)]), typed) == []


def test_the_smallest_id_comes_first():
    assert orders_of(shop_with([(9, MEI), (4, MEI), (6, MEI)]), MEI) == [4, 6, 9]


def test_an_address_without_orders_gives_an_empty_list():
    assert orders_of(shop_with([(1, MEI)]), ONEILL) == []


def test_an_address_is_compared_as_it_is():
    for typed in (f" {MEI}", f"{MEI} ", MEI.upper(), "mei_example.org"):
        assert orders_of(shop_with([(1, MEI)]), typed) == []


def test_the_order_does_not_depend_on_how_the_table_is_kept():
    shop = sqlite3.connect(":memory:")
    shop.execute("CREATE TABLE orders (id INTEGER, email TEXT)")
    shop.executemany("INSERT INTO orders VALUES (?, ?)", [(9, MEI), (4, MEI), (7, MEI)])
    assert orders_of(shop, MEI) == [4, 7, 9]


def test_a_customer_may_have_many_orders():
    assert orders_of(shop_with([(number, MEI) for number in range(60)]), MEI) == list(range(60))
