from shared_basket import add_item, add_voucher


def test_a_first_item_starts_a_basket():
    assert add_item("tea") == ["tea"]


def test_a_second_customer_starts_with_an_empty_basket():
    first = add_item("socks")
    assert add_item("mug") == ["mug"]
    assert first == ["socks"]


def test_an_item_goes_into_the_basket_that_is_passed_in():
    basket = ["tea"]
    returned = add_item("mug", basket)
    assert basket == ["tea", "mug"]
    returned.append("added later")
    assert basket == ["tea", "mug", "added later"]


def test_an_empty_basket_that_is_passed_in_is_used():
    basket = []
    returned = add_item("mug", basket)
    assert basket == ["mug"]
    returned.append("added later")
    assert basket == ["mug", "added later"]


def test_a_first_voucher_is_noted():
    assert add_voucher("TEN", 1000) == {"TEN": 1000}


def test_a_second_customer_starts_without_vouchers():
    first = add_voucher("TEN", 1000)
    assert add_voucher("FIVE", 500) == {"FIVE": 500}
    assert first == {"TEN": 1000}


def test_a_voucher_is_noted_in_what_is_passed_in():
    vouchers = {"TEN": 1000}
    returned = add_voucher("FIVE", 500, vouchers)
    assert vouchers == {"TEN": 1000, "FIVE": 500}
    returned["LATER"] = 1
    assert vouchers == {"TEN": 1000, "FIVE": 500, "LATER": 1}


def test_a_code_that_is_noted_again_gets_its_new_value():
    vouchers = {"TEN": 1000}
    assert add_voucher("TEN", 800, vouchers) == {"TEN": 800}
    assert vouchers == {"TEN": 800}
    vouchers = {"TEN": 1000, "FIVE": 500}
    add_voucher("FIVE", 400, vouchers)
    assert vouchers == {"TEN": 1000, "FIVE": 400}


def test_empty_vouchers_that_are_passed_in_are_used():
    vouchers = {}
    returned = add_voucher("TEN", 1000, vouchers)
    assert vouchers == {"TEN": 1000}
    returned["LATER"] = 1
    assert vouchers == {"TEN": 1000, "LATER": 1}


def test_the_same_item_twice_is_in_it_twice():
    basket = ["mug"]
    add_item("mug", basket)
    assert basket == ["mug", "mug"]


def test_the_parameters_keep_their_names():
    assert add_item(item="mug", basket=["tea"]) == ["tea", "mug"]
    assert add_voucher(code="TEN", cents=1000, vouchers={}) == {"TEN": 1000}


def test_two_customers_with_the_same_first_item_have_two_baskets():
    first = add_item("tea")
    first.append("mug")
    assert add_item("tea") == ["tea"]


def test_the_same_item_again_is_in_the_basket_twice():
    basket = []
    add_item("tea", basket)
    add_item("tea", basket)
    assert basket == ["tea", "tea"]


def test_two_customers_with_the_same_voucher_have_their_own_vouchers():
    first = add_voucher("TEN", 1000)
    first["FIVE"] = 500
    assert add_voucher("TEN", 1000) == {"TEN": 1000}
