from cheap_items import cheap_items


def test_lists_what_is_below_the_limit():
    assert cheap_items({"tea": 450, "mug": 990}, 500) == ["tea"]


def test_exactly_the_limit_is_in_it():
    assert cheap_items({"tea": 450, "mug": 990}, 450) == ["tea"]


def test_one_cent_too_much_is_not_in_it():
    assert cheap_items({"tea": 451}, 450) == []


def test_keeps_the_order_of_the_dictionary():
    prices = {"tea": 450, "mug": 990, "honey": 620, "card": 150}
    assert cheap_items(prices, 700) == ["tea", "honey", "card"]


def test_the_names_stay_as_they_are():
    assert cheap_items({"Earl Grey": 450, "USB lamp ": 300}, 500) == ["Earl Grey", "USB lamp "]


def test_everything_is_cheap():
    assert cheap_items({"tea": 450, "mug": 990}, 5000) == ["tea", "mug"]


def test_no_products():
    assert cheap_items({}, 500) == []


def test_the_prices_stay_as_they_were():
    prices = {"tea": 450, "mug": 990}
    cheap_items(prices, 500)
    assert prices == {"tea": 450, "mug": 990}


def test_what_is_free_is_cheap():
    assert cheap_items({"tea": 450, "sample": 0}, 100) == ["sample"]
    assert cheap_items({"tea": 450, "sample": 0}, 0) == ["sample"]


def test_two_names_with_the_same_price_are_both_in_it():
    assert cheap_items({"tea": 450, "mug": 450}, 500) == ["tea", "mug"]


def test_twenty_cheap_things_are_all_in_it():
    prices = {f"card {number}": 150 for number in range(20)}
    assert cheap_items(prices, 150) == list(prices)
