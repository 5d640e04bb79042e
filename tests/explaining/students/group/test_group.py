from group import group

ORDERS = [("Ada", 5), ("Bo", 7), ("Ada", 2)]


def test_groups():
    result = group(ORDERS)
    assert result == {"Ada": [5, 2], "Bo": [7]}


def test_one():
    result = group([("Cy", 1)])
    assert result == {"Cy": [1]}


def test_same_customer():
    assert group([("Cy", 1), ("Cy", 1), ("Cy", 3)]) == {"Cy": [1, 1, 3]}


def test_empty():
    assert group([]) == {}


def test_leaves_orders_unchanged():
    orders = [("Ada", 5), ("Bo", 7)]
    group(orders)
    assert orders == [("Ada", 5), ("Bo", 7)]
