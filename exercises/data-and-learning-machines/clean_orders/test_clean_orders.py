from clean_orders import clean_orders


def row(order="A-1", weight="800 g", total="12.50"):
    return {"order": order, "weight": weight, "total": total}


def clean_one(**texts):
    clean, rejected = clean_orders([row(**texts)])
    assert rejected == []
    return clean[0]


def reason_for(**texts):
    clean, rejected = clean_orders([row(**texts)])
    assert clean == []
    return rejected[0][1]


def test_a_clean_order_has_grams_and_cents():
    assert clean_orders([row()]) == ([{"order": "A-1", "weight_grams": 800, "total_cents": 1250}], [])


def test_order_numbers_are_tidied():
    assert clean_one(order="  a-17 ")["order"] == "A-17"


def test_kilograms_become_grams():
    assert clean_one(weight="1.2 kg")["weight_grams"] == 1200


def test_capital_letters_and_spaces_in_a_weight_do_not_matter():
    assert clean_one(weight=" 1,5KG ")["weight_grams"] == 1500
    assert clean_one(weight="250G")["weight_grams"] == 250


def test_grams_are_rounded_to_whole_ones():
    grams = clean_one(weight="12,6 g")["weight_grams"]
    assert (grams, type(grams)) == (13, int)
    assert clean_one(weight="1.001 kg")["weight_grams"] == 1001
    assert clean_one(weight="0,0286 kg")["weight_grams"] == 29


def test_a_missing_weight_is_none():
    for text in ["", " N/A ", "n/a", "?"]:
        assert clean_one(weight=text)["weight_grams"] is None


def test_a_weight_of_zero_is_zero():
    assert clean_one(weight="0 g")["weight_grams"] == 0


def test_decimal_comma_and_point_are_both_read():
    assert clean_one(total="12,50")["total_cents"] == 1250
    assert clean_one(total=" 3 ")["total_cents"] == 300


def test_no_cent_is_lost():
    cents = clean_one(total="4.35")["total_cents"]
    assert (cents, type(cents)) == (435, int)


def test_an_order_without_a_number_is_rejected():
    assert clean_orders([row(order="  ")]) == ([], [("", "no order number")])


def test_the_first_of_two_orders_with_one_number_is_kept():
    clean, rejected = clean_orders([row(total="1"), row(order="a-1 ", total="2")])
    assert [order["total_cents"] for order in clean] == [100]
    assert rejected == [("A-1", "duplicate")]


def test_a_total_that_is_no_number_is_rejected():
    assert reason_for(total="12.5O") == "bad total"


def test_what_python_calls_a_number_need_not_be_an_amount():
    assert reason_for(total="nan") == "bad total"
    assert reason_for(total="inf") == "bad total"
    assert reason_for(weight="nan kg") == "bad weight"


def test_a_missing_total_is_rejected():
    assert reason_for(total="") == "bad total"


def test_a_weight_without_a_unit_is_rejected():
    assert reason_for(weight="800") == "bad weight"


def test_a_weight_that_is_no_number_is_rejected():
    assert reason_for(weight="heavy kg") == "bad weight"


def test_of_several_reasons_the_first_is_told():
    assert reason_for(order="", total="x", weight="x") == "no order number"
    assert reason_for(total="x", weight="x") == "bad total"
    assert clean_orders([row(), row(total="x")])[1] == [("A-1", "duplicate")]


def test_a_rejected_order_does_not_make_the_next_one_a_duplicate():
    clean, rejected = clean_orders([row(total="x"), row(total="5")])
    assert [order["total_cents"] for order in clean] == [500]
    assert rejected == [("A-1", "bad total")]


def test_orders_stay_in_their_order_and_rows_as_they_were():
    rows = [row(order="c"), row(order="b")]
    clean, _ = clean_orders(rows)
    assert [order["order"] for order in clean] == ["C", "B"]
    assert rows == [row(order="c"), row(order="b")]


def test_an_order_may_cost_nothing():
    assert clean_one(total="0")["total_cents"] == 0


def test_rows_without_an_order_number_are_no_duplicates():
    rejected = clean_orders([row(order=""), row(order=" "), row(order="")])[1]
    assert rejected == [("", "no order number")] * 3


def test_a_space_within_an_order_number_stays():
    assert clean_one(order=" a 17 ")["order"] == "A 17"
