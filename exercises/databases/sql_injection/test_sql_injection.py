from sql_injection import orders_of, shop_with

MEI = "mei@example.org"
ONEILL = "o'neill@example.org"


def test_finds_the_order_of_a_customer():
    assert orders_of(shop_with([(1, MEI)]), MEI) == [1]


def test_an_address_may_have_a_quote():
    assert orders_of(shop_with([(1, MEI), (2, ONEILL)]), ONEILL) == [2]


def test_typed_sql_finds_nothing():
    assert orders_of(shop_with([(1, MEI), (2, ONEILL)]), "' OR '1' = '1") == []


def test_a_percent_sign_is_only_a_character():
    assert orders_of(shop_with([(1, MEI)]), "%") == []


def test_the_smallest_id_comes_first():
    assert orders_of(shop_with([(9, MEI), (4, MEI), (6, MEI)]), MEI) == [4, 6, 9]


def test_an_address_without_orders_gives_an_empty_list():
    assert orders_of(shop_with([(1, MEI)]), ONEILL) == []
