from quadratic_join import join_orders

CUSTOMERS = [(7, "Mei"), (8, "Jonas"), (9, "Amira")]


def test_writes_the_name_next_to_the_order():
    assert join_orders([("O-1", 7)], CUSTOMERS, []) == [("O-1", "Mei")]


def test_the_order_of_the_orders_stays():
    orders = [("O-3", 9), ("O-1", 7), ("O-2", 8)]
    assert join_orders(orders, CUSTOMERS, []) == [
        ("O-3", "Amira"),
        ("O-1", "Mei"),
        ("O-2", "Jonas"),
    ]


def test_a_customer_may_have_several_orders():
    assert join_orders([("O-1", 7), ("O-2", 7)], CUSTOMERS, []) == [("O-1", "Mei"), ("O-2", "Mei")]


def test_the_same_order_twice_is_there_twice():
    assert join_orders([("O-1", 7), ("O-1", 7)], CUSTOMERS, []) == [("O-1", "Mei"), ("O-1", "Mei")]


def test_leaves_out_blocked_customers():
    assert join_orders([("O-1", 7), ("O-2", 8)], CUSTOMERS, [7]) == [("O-2", "Jonas")]


def test_a_customer_nobody_knows_is_unknown():
    assert join_orders([("O-1", 99)], CUSTOMERS, []) == [("O-1", "unknown")]


def test_a_blocked_customer_nobody_knows_is_left_out():
    assert join_orders([("O-1", 99)], CUSTOMERS, [99]) == []


def test_the_first_entry_of_a_customer_counts():
    assert join_orders([("O-1", 7)], [(7, "Mei"), (7, "Mei Lin")], []) == [("O-1", "Mei")]


def test_no_orders_give_an_empty_list():
    assert join_orders([], CUSTOMERS, [7]) == []


def test_the_lists_of_the_caller_stay_as_they_are():
    orders, customers, blocked = [("O-1", 7)], [(7, "Mei"), (7, "Mei Lin")], [9, 8, 8]
    assert join_orders(orders, customers, blocked) == [("O-1", "Mei")]
    assert orders == [("O-1", 7)]
    assert customers == [(7, "Mei"), (7, "Mei Lin")]
    assert blocked == [9, 8, 8]


def test_a_customer_without_a_name_is_no_unknown_one():
    assert join_orders([("O-1", 7)], [(7, ""), (7, "Mei")], []) == [("O-1", "")]
