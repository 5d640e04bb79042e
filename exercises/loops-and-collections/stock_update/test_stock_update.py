from stock_update import stock_update


def test_adds_what_was_delivered():
    assert stock_update({"tea": 4}, {"tea": 10}) == {"tea": 14}


def test_something_new_is_added():
    assert stock_update({"tea": 4}, {"honey": 6}) == {"tea": 4, "honey": 6}


def test_what_was_not_delivered_stays():
    assert stock_update({"tea": 4, "mug": 2}, {"tea": 1}) == {"tea": 5, "mug": 2}


def test_a_product_that_is_sold_out_stays_in_the_stock():
    assert stock_update({"tea": 4, "mug": 0}, {"tea": 1}) == {"tea": 5, "mug": 0}


def test_old_and_new_together():
    assert stock_update({"tea": 4, "mug": 2}, {"tea": 10, "honey": 6}) == {
        "tea": 14,
        "mug": 2,
        "honey": 6,
    }


def test_an_empty_delivery_changes_nothing():
    assert stock_update({"tea": 4}, {}) == {"tea": 4}


def test_the_first_delivery_ever():
    assert stock_update({}, {"tea": 10}) == {"tea": 10}


def test_the_first_delivery_gives_a_new_dictionary_too():
    delivery = {"tea": 10}
    stock_update({}, delivery)["honey"] = 1
    assert delivery == {"tea": 10}


def test_something_sold_out_is_delivered_again():
    assert stock_update({"tea": 0, "mug": 2}, {"tea": 10}) == {"tea": 10, "mug": 2}


def test_the_old_stock_stays_as_it_was():
    old = {"tea": 4}
    stock_update(old, {"tea": 10, "honey": 6})
    assert old == {"tea": 4}


def test_the_delivery_stays_as_it_was():
    delivery = {"tea": 10}
    stock_update({"tea": 4}, delivery)
    assert delivery == {"tea": 10}


def test_an_empty_delivery_gives_a_new_dictionary_too():
    old = {"tea": 4}
    stock_update(old, {})["honey"] = 1
    assert old == {"tea": 4}


def test_something_new_is_added_even_if_none_of_it_came():
    assert stock_update({"tea": 4}, {"honey": 0}) == {"tea": 4, "honey": 0}


def test_products_with_the_same_number_all_stay():
    assert stock_update({"tea": 4, "mug": 4}, {"honey": 4}) == {"tea": 4, "mug": 4, "honey": 4}


def test_a_stock_of_twenty_products_is_whole():
    stock = {f"card {number}": number for number in range(20)}
    updated = {f"card {number}": number + 1 for number in range(20)}
    assert stock_update(stock, dict.fromkeys(stock, 1)) == updated
