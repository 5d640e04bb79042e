from shared_basket import add_item, add_voucher


def test_a_first_item_starts_a_basket():
    assert add_item("tea") == ["tea"]


def test_a_second_customer_starts_with_an_empty_basket():
    add_item("socks")
    assert add_item("mug") == ["mug"]


def test_an_item_goes_into_the_basket_that_is_handed_in():
    basket = ["tea"]
    assert add_item("mug", basket) is basket
    assert basket == ["tea", "mug"]


def test_an_empty_basket_that_is_handed_in_is_used():
    basket = []
    assert add_item("mug", basket) is basket
    assert basket == ["mug"]


def test_a_first_voucher_is_noted():
    assert add_voucher("TEN", 1000) == {"TEN": 1000}


def test_a_second_customer_starts_without_vouchers():
    add_voucher("TEN", 1000)
    assert add_voucher("FIVE", 500) == {"FIVE": 500}


def test_a_voucher_is_noted_where_it_is_handed_in():
    vouchers = {"TEN": 1000}
    assert add_voucher("FIVE", 500, vouchers) is vouchers
    assert vouchers == {"TEN": 1000, "FIVE": 500}


def test_empty_vouchers_that_are_handed_in_are_used():
    vouchers = {}
    assert add_voucher("TEN", 1000, vouchers) is vouchers
    assert vouchers == {"TEN": 1000}
